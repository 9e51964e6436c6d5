"""The tags of docxtpl in the words of other engines."""
import re


class Jinja:
    """Tags as docxtpl and draft have them."""

    ending = ".docx"

    def say(self, tag):
        """The tag in this engine's words; nothing where it needs none."""
        return tag

    def around(self, first, row, last):
        """A row between two rows of tags."""
        return [first, row, last]


class Dialect(Jinja):
    """Another engine's: remembers what is open, for its tags name what they close."""

    def __init__(self):
        # The variable of a loop, or nothing for a condition, and what it is about.
        self.open = []

    def say(self, tag):
        kind, *rest = re.sub(r"^\{(?:\{|%(?:p|tr)?) | [%}]\}$", "", tag).split()
        if kind in ("for", "if"):
            self.open.append((rest[0] if kind == "for" else None, rest[-1]))
            return self.loop(rest[-1]) if kind == "for" else self.condition(rest[-1])
        if kind in ("endfor", "endif"):
            variable, name = self.open.pop()
            return self.end_loop(name) if variable else self.end(name)
        if kind == "else":
            return self.otherwise(self.open[-1][1])
        for variable, name in self.open:
            if variable and kind.startswith(variable + "."):
                return self.item(name, kind.removeprefix(variable + "."))
        return self.value(kind)


class Mustache(Dialect):
    """docxtemplater's: `{value}`, `{#loop}…{/loop}`, `{#condition}…{/condition}{^condition}…`.

    A value is a key, points and all, so that the data is flat. The tags of a row stand in it.
    """

    ending = ".mustache.docx"

    def value(self, name):
        return f"{{{name}}}"

    def item(self, loop, name):
        return f"{{{name}}}"

    def condition(self, name):
        return f"{{#{name}}}"

    def otherwise(self, name):
        return f"{{/{name}}}{{^{name}}}"

    def end(self, name):
        return f"{{/{name}}}"

    loop, end_loop = condition, end

    def around(self, first, row, last):
        start, end = (re.search(r"\{[^<]*", tags).group() for tags in (first, last))
        before, opened, rest = row.partition('<w:t xml:space="preserve">')
        inside, closed, after = rest.rpartition("</w:t>")
        return [before + opened + start + inside + end + closed + after]


class Carbone(Dialect):
    """Carbone's: `{d.value}`; a loop is its first item, marked `[i]`, and its second, `[i+1]`.

    The rows that a condition over a row stands in stay behind, empty.
    """

    ending = ".carbone.docx"

    def value(self, name):
        return f"{{d.{name}}}"

    def item(self, loop, name):
        return f"{{d.{loop}[i].{name}}}"

    def condition(self, name):
        return f"{{d.{name}:ifEQ(true):showBegin}}"

    def otherwise(self, name):
        return f"{{d.{name}:showEnd}}{{d.{name}:ifEQ(false):showBegin}}"

    def end(self, name):
        return f"{{d.{name}:showEnd}}"

    def loop(self, name):
        return ""

    def end_loop(self, name):
        return f"{{d.{name}[i+1]}}"
