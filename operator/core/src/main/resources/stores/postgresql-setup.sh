# Makes a database and a user for each client; runs as often as it likes.
# CLIENTS: names, each of a database and its user; PASSWORD_<name>: their passwords
# DATABASE: one more database, of the administrator; may be absent
until pg_isready --quiet; do sleep 2; done

query() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --file -
}

if [ -n "${DATABASE:-}" ]; then
  query <<'SQL'
\getenv database DATABASE
SELECT format('CREATE DATABASE %I', :'database')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
fi

for NAME in ${CLIENTS:-}; do
  PASSWORD=$(printenv "PASSWORD_$NAME")
  export NAME PASSWORD
  query <<'SQL'
\getenv name NAME
\getenv password PASSWORD
SELECT format('CREATE ROLE %I', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
-- who is no superuser, as in AWS, may only give a database to roles that it has itself
SELECT format('GRANT %I TO CURRENT_USER', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper) \gexec
ALTER ROLE :"name" LOGIN PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
  echo "database $NAME is ready"
done
