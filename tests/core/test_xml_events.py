from labmapper.core.xml_events import make_parser


def read(data: bytes, separator: str | None = None) -> list[object]:
    told: list[object] = []
    parser = make_parser(
        lambda name, attributes: told.append((name, attributes)),
        lambda name: told.append(f"/{name}"),
        told.append,
        lambda name, _system, _public, has_subset: told.append((name, bool(has_subset))),
        separator=separator,
    )
    parser.Parse(data, True)
    return told


def test_elements_and_their_texts_are_told_in_their_order_a_text_in_one_piece() -> None:
    told = read(b'<lab name="A">one &amp; two<node/></lab>')

    assert told == [("lab", {"name": "A"}), "one & two", ("node", {}), "/node", "/lab"]


def test_a_doctype_is_told_with_whether_it_declares_anything() -> None:
    assert read(b'<!DOCTYPE svg PUBLIC "-" "file:///etc/passwd"><svg/>')[0] == ("svg", False)
    assert read(b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')[0] == ("a", True)


def test_names_come_with_their_namespaces_where_a_separator_is_given() -> None:
    assert read(b'<svg xmlns="http://x"/>', " ")[0] == ("http://x svg", {})
