# Makes a database and its users for each client; runs as often as it likes.
# CLIENTS: <database>:<user> of each; PASSWORD_<user>: their passwords
# ADMIN: who does it; DATABASE: one more database; MASTER: one more administrator; both may be absent
client() {
  "$@" --host="$SERVER" --port="$PORT" --user="${ADMIN:-root}" --connect-timeout=10
}

until client mysqladmin --silent ping; do sleep 2; done

user() {
  local password=${2//\\/\\\\}
  password=${password//\'/\\\'}
  printf "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s';\n" "$1" "$password"
  printf "ALTER USER '%s'@'%%' IDENTIFIED BY '%s';\n" "$1" "$password"
}

database() {
  printf 'CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4;\n' "$1"
}

{
  if [ -n "${DATABASE:-}" ]; then
    database "$DATABASE"
  fi
  if [ -n "${MASTER:-}" ]; then
    user "$MASTER" "$MYSQL_PWD"
    printf "GRANT ALL PRIVILEGES ON *.* TO '%s'@'%%' WITH GRANT OPTION;\n" "$MASTER"
  fi
  for entry in ${CLIENTS:-}; do
    name=${entry%:*}
    login=${entry#*:}
    password=PASSWORD_$login
    database "$name"
    user "$login" "${!password}"
    # an underscore is a wildcard in a grant
    printf 'GRANT ALL PRIVILEGES ON `%s`.* TO '"'%s'@'%%'"';\n' "${name//_/\\_}" "$login"
  done
} | client mysql
echo "databases are ready: ${CLIENTS:-} ${DATABASE:-}"
