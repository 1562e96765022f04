"""Records of msgspec made of models of pydantic: the same fields in the same order, with the same limits and defaults."""

from collections.abc import Iterable
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import UNSET, Meta, Struct, UnsetType, defstruct, field
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from labmapper.core.drawing.items import ID_PATTERN

_LIMITS = ("ge", "le", "max_length")
# What JSON cannot say of a number.
_LEFT_OUT = ("allow_inf_nan",)


class RecordMaker:
    """Makes records, each once. *flags* are the names of those flags in them that are left out unless they are set."""

    def __init__(self) -> None:
        """Begin with none."""
        self.flags: set[str] = set()
        self._made: dict[tuple[type[BaseModel], str | None], type[Struct]] = {}

    def make(self, model: type[BaseModel], tag: str | None = None) -> type[Struct]:
        """Return the record that *model* is.

        The field *tag* tells it apart from other records that may stand in the same place; it must be the first.
        """
        if (model, tag) not in self._made:
            tag_value = get_args(model.model_fields[tag].annotation)[0] if tag else None
            named = [(name, each) for name, each in model.model_fields.items() if name != tag]
            self._made[model, tag] = defstruct(
                model.__name__,
                [self._make_field(name, each) for name, each in named],
                kw_only=True,
                forbid_unknown_fields=True,
                gc=False,  # none of them is part of a circle
                tag_field=tag,
                tag=tag_value,
                namespace={tag: tag_value} if tag else None,  # else a record would not tell its own tag
            )
        return self._made[model, tag]

    def _make_field(self, name: str, model: FieldInfo) -> tuple[str, Any, Any]:
        kind = self._convert(model.annotation, model.metadata, model.discriminator)
        if model.exclude_if is not None:
            if model.annotation is bool:
                self.flags.add(name)
            return name, _expect_set(kind) | UnsetType, field(default=UNSET, name=model.alias)
        if model.is_required():
            return name, kind, field(name=model.alias)
        if model.default_factory is None:
            default = float(model.default) if model.annotation is float else model.default  # as pydantic writes it
            return name, kind, field(default=default, name=model.alias)
        factory: Any = model.default_factory
        if isinstance(factory, type) and issubclass(factory, BaseModel):
            factory = self.make(factory, _spell_tag(model.discriminator))
        return name, kind, field(default_factory=factory, name=model.alias)

    def _convert(self, kind: Any, metadata: Iterable[Any] = (), discriminator: object = None) -> Any:  # noqa: ANN401 - a type
        """Return the type that msgspec reads as pydantic reads *kind*, whose limits stand in the *metadata*."""
        limits: dict[str, Any] = {}
        for each in metadata:
            if isinstance(each, FieldInfo):
                discriminator = discriminator or each.discriminator
            for limit in each.metadata if isinstance(each, FieldInfo) else (each,):
                limits |= _read_limit(limit)
        converted = self._convert_bare(kind, _spell_tag(discriminator))
        return Annotated[converted, Meta(**limits)] if limits else converted

    def _convert_bare(self, kind: Any, tag: str | None) -> Any:  # noqa: ANN401 - a type
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._convert(arguments[0], arguments[1:])
        if origin in {Union, UnionType}:
            return Union[tuple(self._convert_bare(each, tag) for each in arguments)]  # noqa: UP007 - of as many as there are
        if origin in {list, dict}:
            return origin[tuple(self._convert(each) for each in arguments)]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.make(kind, tag)
        return kind


def _read_limit(limit: object) -> dict[str, Any]:
    """Return the *limit* of a field as msgspec names it. Raises TypeError for one that it could not keep."""
    found = {name: getattr(limit, name) for name in _LIMITS if hasattr(limit, name)}
    pattern = getattr(limit, "pattern", None)
    # Whoever reads a record looks at all ids at once. In Python a dollar sign would let a line break pass.
    if pattern == ID_PATTERN:
        return found
    if pattern is not None:
        found["pattern"] = pattern.replace("$", r"\Z")
    if not found and not any(hasattr(limit, name) for name in _LEFT_OUT):
        raise TypeError(f"records have no limit like {limit!r}")
    return found


def _spell_tag(discriminator: object) -> str | None:
    return None if discriminator is None else str(discriminator)


def _expect_set(kind: Any) -> Any:  # noqa: ANN401 - a type
    """Return the type of what is set in a field that is left out otherwise: no null, no empty text, list or table."""
    if get_origin(kind) in {Union, UnionType}:
        return Union[tuple(each for each in get_args(kind) if each is not NoneType)]  # noqa: UP007 - of as many as there are
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return Annotated[kind, Meta(min_length=1)] if bare is str or get_origin(bare) in {list, dict} else kind
