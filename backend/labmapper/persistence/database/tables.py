"""The tables. Documents, seeds and mappings are sealed blobs; what is searched or counted is plain.

Everything that belongs to somebody hangs on a ``UserRow``, or on the id of a guest, and goes with it.
"""

from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import Any, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

_OWNED_ONCE = "(user_id IS NULL) <> (guest IS NULL)"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment with its time zone. SQLite forgets the zone, so every time is stored as UTC and read back as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return *value* in UTC; a time without a zone is refused, for nobody knows when that was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the stored *value* as a time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What all tables share: names for constraints that are the same on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UserRow(Base):
    """A person with an account.

    *session_token* is read by earlier versions alone, to which one may go back; SQLite takes no such column out of a table
    on which everything hangs.
    """

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(64))
    username_key: Mapped[str] = mapped_column(String(256), unique=True)
    password_hash: Mapped[str] = mapped_column(Text)
    session_token: Mapped[str] = mapped_column(String(43), unique=True, default=lambda: token_urlsafe(32))
    is_disabled: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LogInRow(Base):
    """A log-in of an account in one browser: the secret of its cookie is kept as a digest, *token* names it in addresses."""

    __tablename__ = "log_in"
    __table_args__ = (Index("ix_log_in_user_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(80))
    address: Mapped[str] = mapped_column(String(64))
    is_remembered: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DiagramRow(Base):
    """A saved drawing. Its document is that of the revision row with the same number.

    *request_key* names the request that made it, so that the same request again makes no twin; *stored_bytes* is what its
    revisions, mappings, lab files and pictures take.
    """

    __tablename__ = "diagram"
    __table_args__ = (
        CheckConstraint(_OWNED_ONCE, name="owned_once"),
        # A page of a list costs the same however long the list is, in every order. Guests have no long ones.
        Index("ix_diagram_user_id_updated_at_token", "user_id", "updated_at", "token"),
        Index("ix_diagram_user_id_created_at_token", "user_id", "created_at", "token"),
        Index("ix_diagram_user_id_title_token", "user_id", "title", "token"),
        Index("ix_diagram_user_id_deleted_at", "user_id", "deleted_at"),
        Index("ix_diagram_guest_updated_at", "guest", "updated_at"),
        Index("ix_diagram_deleted_at", "deleted_at"),
        Index("ix_diagram_user_id_request_key", "user_id", "request_key", unique=True),
        Index("ix_diagram_guest_request_key", "guest", "request_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    guest: Mapped[str | None] = mapped_column(String(43))
    title: Mapped[str] = mapped_column(String(200))
    search_text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    seed: Mapped[bytes] = mapped_column(LargeBinary)
    request_key: Mapped[str | None] = mapped_column(String(64))
    stored_bytes: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RevisionRow(Base):
    """One saved state of a diagram. A named one is kept for good, the others are thinned with age."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("diagram_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    diagram_id: Mapped[int] = mapped_column(ForeignKey("diagram.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(200))
    document: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MappingRow(Base):
    """One generated user-mapping.xml, or another output for a Guacamole. Without *finished_at* it is still being written, and shown to nobody.

    *request_key* names the request that made it, so that the same request again makes no twin.
    """

    __tablename__ = "mapping"
    __table_args__ = (
        Index("ix_mapping_diagram_id_created_at", "diagram_id", "created_at"),
        Index("ix_mapping_finished_at", "finished_at"),
        Index("ix_mapping_diagram_id_request_key", "diagram_id", "request_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    diagram_id: Mapped[int] = mapped_column(ForeignKey("diagram.id", ondelete="CASCADE"))
    revision: Mapped[int]
    format: Mapped[str] = mapped_column(String(40), server_default="user-mapping")
    file_name: Mapped[str] = mapped_column(String(80), server_default="user-mapping.xml")
    request_key: Mapped[str | None] = mapped_column(String(64))
    options: Mapped[dict[str, Any]] = mapped_column(JSON)
    users: Mapped[int]
    devices: Mapped[int]
    connections: Mapped[int]
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MappingChunkRow(Base):
    """About one MiB of a mapping, sealed by itself, so that the file never stands in memory."""

    __tablename__ = "mapping_chunk"

    mapping_id: Mapped[int] = mapped_column(ForeignKey("mapping.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class LabFileRow(Base):
    """A file of another tool that a diagram was made of, kept as it came; *options* are what it was read with."""

    __tablename__ = "lab_file"
    __table_args__ = (Index("ix_lab_file_diagram_id_created_at", "diagram_id", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    diagram_id: Mapped[int] = mapped_column(ForeignKey("diagram.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    format: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    options: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class PictureRow(Base):
    """A picture that lies on a diagram, or lay on it once; *name* is what drawings name it by."""

    __tablename__ = "picture"
    __table_args__ = (UniqueConstraint("diagram_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    diagram_id: Mapped[int] = mapped_column(ForeignKey("diagram.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(32))
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class UploadRow(Base):
    """A config.yaml from the fallback page, with the seed that its preview and its download share."""

    __tablename__ = "upload"
    __table_args__ = (
        CheckConstraint(_OWNED_ONCE, name="owned_once"),
        Index("ix_upload_user_id", "user_id"),
        Index("ix_upload_guest", "guest"),
        Index("ix_upload_created_at", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    guest: Mapped[str | None] = mapped_column(String(43))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    seed: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AttemptRow(Base):
    """One failed log-in, counted per account and per address. *key* is a digest: people type passwords as names."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_key_at", "key", "at"), Index("ix_attempt_at", "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class RateRow(Base):
    """How often something was done in a stretch of time that *ends_at* a moment. *key* is a digest, of addresses too."""

    __tablename__ = "rate"
    __table_args__ = (Index("ix_rate_ends_at", "ends_at"),)

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ApiTokenRow(Base):
    """A personal token for scripts: shown once, kept as a digest. Those that were made before tokens had an end have none."""

    __tablename__ = "api_token"
    __table_args__ = (Index("ix_api_token_user_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    scope: Mapped[str] = mapped_column(String(10), server_default="all")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class KeyRow(Base):
    """The id of an encryption key that sealed something here, so that a missing key is noticed at start."""

    __tablename__ = "encryption_key"

    key_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


# For statements that are sent often: what is made of a class passes through SQLAlchemy's ORM, which takes longer than Postgres.
USERS, LOG_INS, API_TOKENS = (cast("Table", row.__table__) for row in (UserRow, LogInRow, ApiTokenRow))
DIAGRAMS, REVISIONS, MAPPINGS, MAPPING_CHUNKS, UPLOADS, RATES = (
    cast("Table", row.__table__) for row in (DiagramRow, RevisionRow, MappingRow, MappingChunkRow, UploadRow, RateRow)
)
