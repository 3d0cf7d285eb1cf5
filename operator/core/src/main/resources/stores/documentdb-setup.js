// Makes a user for each client of a DocumentDB cluster; runs as often as it likes.
// SERVER: address of the writer; TLS: true when it speaks nothing else; AUTHORITIES: who certifies it
// ADMIN, ADMIN_PASSWORD: who does it
// CLIENTS: <database>:<user> of each; PASSWORD_<user>: their passwords
const env = process.env;
const clients = (env.CLIENTS || '').split(' ').filter((client) => client);

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
for (const client of clients) {
  const [name, user] = client.split(':');
  const pwd = env[`PASSWORD_${user}`];
  const roles = ['readWrite', 'dbAdmin'].map((role) => ({ role, db: name }));
  if (admin.getUser(user)) {
    admin.updateUser(user, { pwd, roles });
  } else {
    admin.createUser({ user, pwd, roles });
  }
  print(`database ${name} is ready for ${user}`);
}
