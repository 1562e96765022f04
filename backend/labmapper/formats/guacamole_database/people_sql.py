"""SQL for accounts and user groups: made where they are missing, refused where they are somebody else's."""

from collections.abc import Iterator, Sequence
from itertools import islice

from labmapper.formats.format import Content
from labmapper.formats.guacamole_database.accounts import Account, iter_accounts
from labmapper.formats.guacamole_database.connection_groups import Layout
from labmapper.formats.guacamole_database.dialects import Dialect
from labmapper.formats.guacamole_database.marks import ATTRIBUTE, render_guard, select_marked

PASSWORD_ATTRIBUTE = "labmapper-password"  # noqa: S105 - the name of an attribute

# So many people in one statement: far below what either database takes at once.
_AT_ONCE = 250
# Stands until the statement behind it puts the true one there, in the same transaction.
_NO_HASH = "00" * 32


class PeopleSql:
    """Renders accounts and user groups in a *dialect*, for the lab of *content* with the *mark*."""

    def __init__(self, dialect: Dialect, content: Content, layout: Layout, mark: str) -> None:
        """Render what *layout* has of people."""
        self._dialect, self._content, self._layout, self._mark = dialect, content, layout, mark
        self._values = content.values

    def render_guards(self) -> Iterator[str]:
        """Yield what ends the script where a name is taken by somebody else."""
        groups = [self._layout.name_user_group(users.name) for users in self._content.lab.users if users.size]
        if groups:
            chosen = f"e.type = {self._kind('USER_GROUP')} AND e.name IN ({self._list(groups)})"
            yield render_guard(self._dialect, "user_group", self._mark, chosen)
        for users in self._content.lab.users:
            people = (person.username for person in users.iter_people())
            while names := list(islice(people, _AT_ONCE)):
                yield render_guard(self._dialect, "user", self._mark, self._choose(names))

    def render_revocation(self) -> str:
        """Return what takes all people of the lab out of its user groups; who still belongs there comes back."""
        return (
            f"DELETE FROM guacamole_user_group_member WHERE user_group_id IN ({select_marked('user_group', self._mark)})"
            f" AND member_entity_id IN ({select_marked('user', self._mark, 'guacamole_user.entity_id')});\n"
        )

    def render_people(self) -> Iterator[str]:
        """Yield user groups, and everybody in them."""
        for users in self._content.lab.users:
            if not users.size:
                continue
            group = self._layout.name_user_group(users.name)
            yield self._render_group(group)
            accounts = iter_accounts(self._content, users)
            while some := list(islice(accounts, _AT_ONCE)):
                yield from self._render_accounts(some, group)

    def _render_group(self, group: str) -> str:
        dialect, name = self._dialect, self._dialect.quote_text(group)
        kind = self._kind("USER_GROUP")
        one = f"guacamole_entity e WHERE e.type = {kind} AND e.name = {name}"
        return (
            f"INSERT INTO guacamole_entity (name, type) VALUES ({name}, {kind}){dialect.keep('type', 'name')}"
            f"INSERT INTO guacamole_user_group (entity_id) SELECT e.entity_id FROM {one}{dialect.keep('entity_id')}"
            + self._render_marks("user_group", f"e.type = {kind} AND e.name = {name}")
        )

    def _render_accounts(self, accounts: Sequence[Account], group: str) -> Iterator[str]:
        dialect = self._dialect
        chosen = self._choose([each.username for each in accounts])
        kind = self._kind("USER")
        rows = ", ".join(f"({dialect.quote_text(each.username)}, {kind})" for each in accounts)
        yield f"INSERT INTO guacamole_entity (name, type) VALUES {rows}{dialect.keep('type', 'name')}"
        yield (
            "INSERT INTO guacamole_user (entity_id, password_hash, password_date)"
            f" SELECT e.entity_id, {dialect.quote_bytes(_NO_HASH)}, CURRENT_TIMESTAMP"
            f" FROM guacamole_entity e WHERE {chosen}{dialect.keep('entity_id')}"
        )
        yield self._render_validity(chosen)
        yield from map(self._render_account, accounts)
        yield self._render_marks("user", chosen)
        yield from self._render_own_permissions(chosen)
        yield (
            "INSERT INTO guacamole_user_group_member (user_group_id, member_entity_id)"
            " SELECT g.user_group_id, e.entity_id FROM guacamole_user_group g"
            " JOIN guacamole_entity o ON o.entity_id = g.entity_id CROSS JOIN guacamole_entity e"
            f" WHERE o.type = {self._kind('USER_GROUP')} AND o.name = {dialect.quote_text(group)} AND {chosen}"
            + dialect.keep("user_group_id", "member_entity_id")
        )

    def _render_validity(self, chosen: str) -> str:
        """Return what sets from when until when people may log in; the day that none is given for has no bounds."""
        days = [
            f"{column} = {self._spell_day(str(self._values.get(column, '')))}"
            for column in ("valid_from", "valid_until")
        ]
        zone = str(self._values.get("timezone", ""))
        days += [f"timezone = {self._dialect.quote_text(zone)}"] if zone else []
        return (
            f"UPDATE guacamole_user SET {', '.join(days)}"
            f" WHERE entity_id IN (SELECT e.entity_id FROM guacamole_entity e WHERE {chosen});\n"
        )

    def _spell_day(self, day: str) -> str:
        return f"CAST({self._dialect.quote_text(day)} AS date)" if day else "NULL"

    def _render_account(self, account: Account) -> str:
        """Return what sets the password, unless it is the one that an earlier file set, and who it is."""
        dialect = self._dialect
        one = f"{self._choose([account.username])}"
        entity = f"entity_id = (SELECT e.entity_id FROM guacamole_entity e WHERE {one})"
        known = (
            ""
            if self._values.get("passwords") == "all"
            else " AND NOT EXISTS (SELECT 1 FROM guacamole_user_attribute a WHERE a.user_id = guacamole_user.user_id"
            f" AND a.attribute_name = '{PASSWORD_ATTRIBUTE}' AND a.attribute_value = '{account.fingerprint}')"
        )
        expired = "true" if self._values.get("force_change") else "false"
        sql = (
            f"UPDATE guacamole_user SET password_hash = {dialect.quote_bytes(account.password_hash)},"
            f" password_salt = {dialect.quote_bytes(account.salt)}, password_date = CURRENT_TIMESTAMP,"
            f" expired = {expired} WHERE {entity}{known};\n"
            "INSERT INTO guacamole_user_attribute (user_id, attribute_name, attribute_value)"
            f" SELECT u.user_id, '{PASSWORD_ATTRIBUTE}', '{account.fingerprint}' FROM guacamole_user u"
            f" JOIN guacamole_entity e ON e.entity_id = u.entity_id WHERE {one}"
            + dialect.replace(("user_id", "attribute_name"), ("attribute_value",))
        )
        facts = {"full_name": account.full_name, "email_address": account.email}
        told = ", ".join(f"{column} = {dialect.quote_text(text)}" for column, text in facts.items() if text)
        return sql + (f"UPDATE guacamole_user SET {told} WHERE {entity};\n" if told else "")

    def _render_own_permissions(self, chosen: str) -> Iterator[str]:
        """Yield what lets people see themselves, as Guacamole's own page does, and change their password only if they may."""
        yield (
            f"DELETE FROM guacamole_user_permission WHERE permission = {self._dialect.cast('UPDATE', 'object_permission_type')}"
            f" AND entity_id IN (SELECT e.entity_id FROM guacamole_entity e WHERE {chosen})"
            " AND affected_user_id IN (SELECT u.user_id FROM guacamole_user u"
            " WHERE u.entity_id = guacamole_user_permission.entity_id);\n"
        )
        for permission in ("READ", "UPDATE") if self._values.get("own_password") else ("READ",):
            yield (
                "INSERT INTO guacamole_user_permission (entity_id, affected_user_id, permission)"
                f" SELECT e.entity_id, u.user_id, {self._dialect.cast(permission, 'object_permission_type')}"
                f" FROM guacamole_user u JOIN guacamole_entity e ON e.entity_id = u.entity_id WHERE {chosen}"
                + self._dialect.keep("entity_id", "affected_user_id", "permission")
            )

    def _render_marks(self, kind: str, chosen: str) -> str:
        return (
            f"INSERT INTO guacamole_{kind}_attribute ({kind}_id, attribute_name, attribute_value)"
            f" SELECT u.{kind}_id, '{ATTRIBUTE}', '{self._mark}' FROM guacamole_{kind} u"
            f" JOIN guacamole_entity e ON e.entity_id = u.entity_id WHERE {chosen}"
            + self._dialect.replace((f"{kind}_id", "attribute_name"), ("attribute_value",))
        )

    def _choose(self, names: Sequence[str]) -> str:
        return f"e.type = {self._kind('USER')} AND e.name IN ({self._list(names)})"

    def _list(self, names: Sequence[str]) -> str:
        return ", ".join(map(self._dialect.quote_text, names))

    def _kind(self, word: str) -> str:
        return self._dialect.cast(word, "entity_type")
