import pytest

from labmapper.persistence.owner import Owner


@pytest.mark.parametrize("options", [{}, {"user_id": 1, "guest": "g"}])
def test_an_owner_is_exactly_one_of_user_and_guest(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="either a user or a guest"):
        Owner(**options)  # type: ignore[arg-type]
