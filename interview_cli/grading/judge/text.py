"""Words that may be the candidate's, made fit for a verdict. Standard library only."""

MAX_TEXT = 1200


def readable(text: str) -> str:
    """Words that may be the candidate's, without anything that a terminal would obey or a file could not hold."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in text)


def one(kind: str) -> str:
    """The name of a type with its article: an int, a float."""
    return f"{'an' if kind[:1].lower() in tuple('aeiou') else 'a'} {kind}"


def one_line(text: str) -> str:
    """The same in one line: a second one, in a sentence of the verdict, could read like another verdict."""
    return " ".join(readable(text).split())
