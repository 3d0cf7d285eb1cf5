// Starts the replica set, adds members to it, and makes a user for each client; runs as often as
// it likes.
// REPLICA_SET, MEMBERS: its name and the addresses of its members
// ADMIN, ADMIN_PASSWORD: who does it
// CLIENTS: <database>:<user> of each; PASSWORD_<user>: their passwords
const env = process.env;
const members = env.MEMBERS.split(' ');
const clients = (env.CLIENTS || '').split(' ').filter((client) => client);

function connected(what, attempt) {
  for (;;) {
    try {
      return attempt();
    } catch (e) {
      print(`waiting for ${what}: ${e.message}`);
      sleep(2000);
    }
  }
}

function admin(address) {
  const db = new Mongo(`mongodb://${address}serverSelectionTimeoutMS=5000`).getDB('admin');
  db.auth(env.ADMIN, env.ADMIN_PASSWORD);
  return db;
}

function reachable(member) {
  new Mongo(`mongodb://${member}/?directConnection=true&serverSelectionTimeoutMS=5000`)
    .getDB('admin')
    .runCommand({ ping: 1 });
}

members.forEach((member) => connected(member, () => reachable(member)));

const first = connected(members[0], () => admin(`${members[0]}/?directConnection=true&`));
if (!first.hello().setName) {
  const hosts = members.map((host, index) => ({ _id: index, host }));
  first.adminCommand({ replSetInitiate: { _id: env.REPLICA_SET, members: hosts } });
}

const primary = connected('a primary', () => {
  const db = admin(`${members.join(',')}/?replicaSet=${env.REPLICA_SET}&`);
  if (!db.hello().isWritablePrimary) throw new Error('no primary yet');
  return db;
});

// one new voter at a time is what a majority survives
for (const host of members) {
  const config = primary.adminCommand({ replSetGetConfig: 1 }).config;
  if (!config.members.some((member) => member.host === host)) {
    const id = Math.max(...config.members.map((member) => member._id)) + 1;
    config.members.push({ _id: id, host });
    config.version += 1;
    primary.adminCommand({ replSetReconfig: config });
    print(`added ${host}`);
  }
}

for (const client of clients) {
  const [name, user] = client.split(':');
  const db = primary.getSiblingDB(name);
  const pwd = env[`PASSWORD_${user}`];
  const roles = ['readWrite', 'dbAdmin'].map((role) => ({ role, db: name }));
  if (db.getUser(user)) {
    db.updateUser(user, { pwd, roles });
  } else {
    db.createUser({ user, pwd, roles });
  }
  print(`database ${name} is ready for ${user}`);
}
