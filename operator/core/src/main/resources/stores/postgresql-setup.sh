# Makes a database and its users for each client; runs as often as it likes.
# CLIENTS: <database>:<user> of each; PASSWORD_<user>: their passwords
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

for CLIENT in ${CLIENTS:-}; do
  NAME=${CLIENT%:*}
  LOGIN=${CLIENT#*:}
  PASSWORD=$(printenv "PASSWORD_$LOGIN")
  export NAME LOGIN PASSWORD
  query <<'SQL'
\getenv name NAME
\getenv login LOGIN
\getenv password PASSWORD
SELECT format('CREATE ROLE %I', role) FROM (VALUES (:'name'), (:'login')) AS wanted (role)
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) GROUP BY role \gexec
-- who is no superuser, as in AWS, may only give a database to roles that it has itself
SELECT format('GRANT %I TO CURRENT_USER', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = current_user AND rolsuper) \gexec
ALTER ROLE :"login" LOGIN PASSWORD :'password';
-- the second user works as the first, so that what either makes belongs to both
SELECT format('GRANT %I TO %I', :'name', :'login') WHERE :'name' <> :'login' \gexec
SELECT format('ALTER ROLE %I SET role = %L', :'login', :'name')
  WHERE :'name' <> :'login' \gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
  echo "database $NAME is ready for $LOGIN"
done
