// Makes a user for each client of a DocumentDB cluster; runs as often as it likes.
// SERVER: address of the writer; TLS: true when it speaks nothing else; AUTHORITIES: who certifies it
// ADMIN, ADMIN_PASSWORD: who does it
// CLIENTS: names, each of a database and its user; PASSWORD_<name>: their passwords
const env = process.env;
const names = (env.CLIENTS || '').split(' ').filter((name) => name);

let options = 'replicaSet=rs0&retryWrites=false&serverSelectionTimeoutMS=5000';
if (env.TLS === 'true') options += '&tls=true';
if (env.AUTHORITIES) {
  require('fs').writeFileSync('/tmp/ca.pem', env.AUTHORITIES);
  options += '&tlsCAFile=/tmp/ca.pem';
}

function connected() {
  for (;;) {
    try {
      const db = new Mongo(`mongodb://${env.SERVER}/?${options}`).getDB('admin');
      db.auth(env.ADMIN, env.ADMIN_PASSWORD);
      return db;
    } catch (e) {
      print(`waiting for ${env.SERVER}: ${e.message}`);
      sleep(2000);
    }
  }
}

// all users of DocumentDB are in admin, whichever database they may use
const admin = connected();
for (const name of names) {
  const pwd = env[`PASSWORD_${name}`];
  const roles = ['readWrite', 'dbAdmin'].map((role) => ({ role, db: name }));
  if (admin.getUser(name)) {
    admin.updateUser(name, { pwd, roles });
  } else {
    admin.createUser({ user: name, pwd, roles });
  }
  print(`database ${name} is ready`);
}
