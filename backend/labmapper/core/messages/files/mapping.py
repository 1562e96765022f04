"""Messages: what a user-mapping.xml says that is read."""

from labmapper.core.messages.entries import ProblemEntry, Words

_PLAIN_QUOTES = 'Write straight quotes, as in username="lab", and turn smart quotes off in the editor.'

MAPPING = (
    ProblemEntry(
        "mapping-syntax",
        "error",
        "The file is no XML: a sign is missing, or stands where it may not. Guacamole would refuse all of it.",
        "Correct the line that is named.",
        {
            "ampersand": Words(
                "an & is not written as XML wants it.", "Write &amp; for each & in a name, password or value.", "line"
            ),
            "less-than": Words(
                "a < stands where none may, or a > is missing before it.",
                "Write &lt; for a < in a name, password or value, or add the > that is missing.",
                "line",
            ),
            "smart-quotes": Words("the quotation mark {sign} is none of XML.", _PLAIN_QUOTES, "line"),
            "no-quotes": Words("a value has no quotes around it.", 'Write it in quotes, as in username="lab".', "line"),
            "character": Words(
                "a control character, which XML cannot have.", "Delete it, or type the text again.", "line"
            ),
            "entity": Words(
                "XML does not know &{entity};.",
                "Write the character itself, or &amp;{entity}; where the text shall have it as it stands.",
                "line",
            ),
            "end-tag": Words(
                "</{closing}> ends something else than <{open}>, which began on line {since}.",
                "Add </{open}> before it, or delete what is too much.",
                "line",
            ),
            "not-closed": Words(
                "the file ends, and <{open}> of line {since} has no end.",
                "Add </{open}>. Is the whole file there?",
                "line",
            ),
            "empty": Words("there is nothing in the file but blanks and comments.", "Is it the right file?", "line"),
            "second-root": Words(
                "something follows </user-mapping>: {shown}",
                "A file has one <user-mapping>. Put all <authorize> into it, and delete the other.",
                "line",
            ),
            "text-after": Words("text follows </user-mapping>: {shown}", "Delete it.", "line"),
            "declaration": Words(
                "<?xml ...?> may stand at the very beginning only.",
                "Delete the blanks and lines before it, or the whole of it.",
                "line",
            ),
            "attribute-twice": Words("an attribute stands twice in one tag.", "Delete one of them.", "line"),
            "other": Words("this is no XML: {reason}.", "Compare the line with those around it.", "line"),
        },
    ),
    ProblemEntry(
        "mapping-shape",
        "error",
        "The XML is no user-mapping.xml: Guacamole would refuse all of it, and nobody could log in.",
        "Correct the line that is named.",
        {
            "root": Words(
                "the file begins with <{element}>.", "Put everything into <user-mapping> and </user-mapping>.", "line"
            ),
            "root-left-out": Words(
                "the file begins with <{element}>.", "Put everything into <user-mapping> and </user-mapping>.", "line"
            ),
            "near": Words("Guacamole knows no <{element}>.", "Write <{near}>.", "line"),
            "unknown": Words("Guacamole knows no <{element}> in <{parent}>.", "Delete it.", "line"),
            "outside": Words(
                "<{element}> may not stand in <{parent}>.",
                "Put it where it belongs: <param> and <protocol> into <connection>, and <connection> into <authorize>.",
                "line",
            ),
            "nested": Words(
                "<{element}> may not stand in <{parent}>.",
                "Close what comes before it: </{parent}> is probably missing.",
                "line",
            ),
            "text-only": Words(
                "<{parent}> may hold text only, and here is <{element}> in it.", "Add </{parent}> before it.", "line"
            ),
            "connection-name": Words("a <connection> has no name.", 'Give it one: <connection name="R1">.', "line"),
            "typed-attributes": Words(
                "<{element}> has its attributes as text: {shown}",
                'They belong into the tag, before its >: <{element} ... ="...">.',
                "line",
            ),
            "encoding": Words(
                "Guacamole knows no passwords with encoding '{encoding}'.",
                "Write md5 or sha256, or delete it where the password is no hash.",
                "line",
            ),
            "encoding-near": Words("Guacamole knows no passwords with encoding '{encoding}'.", "Write {near}.", "line"),
            "doctype": Words(
                "the file declares a document type, and other files could be read by it.",
                "Delete <!DOCTYPE ...>: Guacamole needs none.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "mapping-encoding",
        "error",
        "The bytes of the file are no text.",
        "Save it as UTF-8.",
        {
            "unknown": Words(
                "there is no encoding '{encoding}'.", 'Save the file as UTF-8, and write encoding="UTF-8".', "line"
            ),
            "bytes": Words(
                "the byte {byte} is none of {encoding}.",
                "Save the file as UTF-8 in your editor, then try again.",
                "line",
            ),
        },
    ),
    ProblemEntry(
        "mapping-too-large",
        "error",
        "The user-mapping.xml has more in it than any class needs.",
        "Choose another file, or part it.",
        {
            "elements": Words("there are too many elements before this line is over.", "Is it the right file?", "line"),
            "levels": Words("the file nests too deep.", "Is it the right file?", "line"),
            "tag": Words("a tag or an attribute is too long.", "Is it the right file?", "line"),
            "people": Words("The file has more than {most:,} people.", "Part it."),
            "connections": Words("The file has more than {most:,} different connections.", "Part it."),
        },
    ),
    ProblemEntry(
        "mapping-lost",
        "warning",
        "Something in a user-mapping.xml means nothing to Guacamole, or loses against what comes after it.",
        "Correct the file where it was meant otherwise.",
        {
            "user-twice": Words(
                "the user {user} comes again on line {line}, and Guacamole reads the last only.",
                "Put all connections of {user} into one <authorize>.",
                "line",
            ),
            "connection-twice": Words(
                "the connection {connection} comes again on line {line}, and Guacamole reads the last only.",
                "Give one of them another name.",
                "line",
            ),
            "user-nameless": Words(
                "an <authorize> has no username, so nobody can log in with it. It is left out.",
                'Give it one: <authorize username="lab" ...>.',
                "line",
            ),
            "password-missing": Words(
                "{user} has no password and cannot log in. Here a random one is made.",
                "Type another where you know it.",
                "line",
            ),
            "attribute": Words(
                "the attribute {attribute} of <{element}> means nothing to Guacamole.",
                "Is it written in small letters?",
                "line",
            ),
            "text": Words(
                "text in <{element}> means nothing: {shown}", "Put it into an element, or delete it.", "line"
            ),
            "param-nameless": Words(
                "a <param> has no name and is left out.", 'Give it one: <param name="port">.', "line"
            ),
            "param-protocol": Words(
                "protocol is no parameter, and Guacamole never asks for it. It is left out.",
                "Write <protocol>ssh</protocol>.",
                "line",
            ),
        },
    ),
)
