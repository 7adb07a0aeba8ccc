"""Writes rules that can go wrong on demand: instrument.py RULES_FOLDER OUTPUT_FOLDER MUTANTS_FILE [LEFT_OUT_FILE]

Every rule is copied with its conditions, reports and fixes wrapped in calls of `Mutant` (Mutant.swift), each under
a number. The program that is built of the copies behaves as ever, unless it is told a number: then that one place
is broken. MUTANTS_FILE lists them, a line each: number, rule, file, line, name, and "quick" where a quick look lets more
through. LEFT_OUT_FILE has the numbers that do not compile, which are listed as number 0. Lines stay where they are.

A quick look only spares time: what it lets through is looked at again. The comment above or beside it says
"quick look", be it a condition or a function that answers yes or no.
"""

import pathlib
import re
import sys
from dataclasses import dataclass, field

OPEN, CLOSE = "([{", ")]}"


def masked(text: str) -> str:
    """The code with every letter of its comments and string literals replaced, so that what is left is code."""
    out = list(text)

    def blank(start: int, end: int, by: str) -> None:
        for index in range(start, end):
            if out[index] != "\n":
                out[index] = by

    def string(index: int) -> int:
        """The end of the literal that starts at `index`."""
        quote = '"""' if text.startswith('"""', index) else '"'
        index += len(quote)
        while not text.startswith(quote, index):
            if text.startswith("\\(", index):
                depth, index = 1, index + 2
                while depth:
                    if text[index] == '"':
                        index = string(index)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[index], 0)
                    index += 1
            else:
                index += 2 if text[index] == "\\" else 1
        return index + len(quote)

    index = 0
    while index < len(text):
        if text.startswith("//", index):
            end = text.find("\n", index)
            blank(index, end, " ")
            index = end
        elif text[index] == '"':
            end = string(index)
            blank(index, end, "S")
            index = end
        else:
            index += 1
    return "".join(out)


@dataclass
class Wrap:
    """Text to put before and behind a stretch of code."""

    start: int
    end: int
    before: str
    behind: str


@dataclass
class Mutants:
    """The mutants of one file."""

    text: str
    code: str
    number: int
    left_out: set[int]
    wraps: list[Wrap] = field(default_factory=list)
    names: list[tuple[int, int, str, bool]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    # Stretches that are quick looks, and the value with which each lets everything through.
    quick: list[tuple[int, int, bool]] = field(default_factory=list)

    @property
    def messages(self) -> int:
        """Where the words of the rule begin, which no example holds."""
        place = self.code.find("\nextension Message")
        return place if place >= 0 else len(self.code)

    def is_quick(self, place: int) -> bool:
        """Whether the comment above or beside a place says that a quick look stands there."""
        first = self.text.rfind("\n", 0, place) + 1
        lines = [self.text[first:self.text.find("\n", place)]]
        for line in reversed(self.text[:first].split("\n")[:-1]):
            if not line.lstrip().startswith("//"):
                break
            lines.append(line)
        return any(re.search(r"//.*\bquick look\b", line, re.IGNORECASE) for line in lines)

    def new(self, start: int, name: str, quick: bool = False) -> int:
        """The number of a new mutant; 0 where it is left out."""
        self.number += 1
        count = self.counts[name] = self.counts.get(name, 0) + 1
        number = 0 if self.number in self.left_out else self.number
        name += f" (no. {count})" if count > 1 else ""
        self.names.append((number, self.text.count("\n", 0, start) + 1, name, quick))
        return number

    def snippet(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    # The stretches of code.

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.code[start].isspace():
            start += 1
        while end > start and self.code[end - 1].isspace():
            end -= 1
        return start, end

    def closing(self, start: int) -> int:
        """The place behind the bracket that closes the one at `start`."""
        depth = 0
        for index in range(start, len(self.code)):
            depth += (self.code[index] in OPEN) - (self.code[index] in CLOSE)
            if depth == 0:
                return index + 1
        raise ValueError("a bracket is open")

    def until(self, start: int, stops: str, end: int | None = None) -> int:
        """The first place outside brackets where a pattern fits, or a bracket closes that was open before."""
        pattern, index, end = re.compile(stops), start, end or len(self.code)
        while index < end:
            if pattern.match(self.code, index) or self.code[index] in CLOSE:
                return index
            index = self.closing(index) if self.code[index] in OPEN else index + 1
        return end

    def since(self, end: int, stops: str) -> int:
        """The place behind the last delimiter before `end`, outside brackets."""
        pattern, depth, index = re.compile(stops), 0, end
        while index > 0:
            letter = self.code[index - 1]
            if letter in CLOSE:
                depth += 1
            elif letter in OPEN:
                if depth == 0:
                    return index
                depth -= 1
            elif depth == 0:
                found = pattern.search(self.code, max(0, index - 8), index)
                if found and found.end() == index:
                    return index
            index -= 1
        return 0

    # The kinds of mutants.

    def either(self, start: int, end: int, values: tuple[bool, ...] = (True, False)) -> None:
        """A condition that is always true, or never."""
        start, end = self.trimmed(start, end)
        if start >= self.messages:
            return
        # `A && B` that is always true says no more than A and B, each for itself.
        operators = {match[0] for match in re.finditer(r"&&|\|\|", self.code[start:end])
                     if self.until(start, re.escape(match[0]), end) < end}
        if len(operators) == 1:
            values = tuple(value for value in values if value != (operators == {"&&"}))
        if start == end or not values or any(wrap.start == start and wrap.end == end for wrap in self.wraps):
            return
        passing = {value for first, last, value in self.quick if first <= start and end <= last}
        numbers = [
            self.new(start, f"`{self.snippet(start, end)}` is always {str(value).lower()}", value in passing)
            if value in values else 0
            for value in (True, False)
        ]
        if any(numbers):
            self.wraps.append(Wrap(start, end, f"Mutant.either({numbers[0]}, {numbers[1]}, ", ")"))

    def conditions(self) -> None:
        """The conditions of `guard`, `if` and `where`."""
        for match in re.finditer(r"\b(guard|if|where)\s", self.code):
            word, start = match[1], match.end()
            stops = {"guard": r"else\b", "if": r"\{", "where": r"\{|:|,"}[word]
            end = self.until(start, stops)
            if self.is_quick(match.start()):
                turns_away = re.match(r"\{\s*(return|continue|break)\b", self.code[end:])
                self.quick.append((start, end, not turns_away))
            while start < end:
                comma = self.until(start, ",", end)
                if not re.match(r"\s*(let|var|case)\b", self.code[start:comma]):
                    self.either(start, comma)
                start = comma + 1

    def operands(self) -> None:
        """What stands beside `&&` and `||`."""
        edge = r"[,?:{]\s|(?<![=!<>])=\s|\breturn\s|\bif\s|\bguard\s|\bwhere\s|\bin\s|\|\|\s"
        for match in re.finditer(r"&&|\|\|", self.code):
            conjunction = match[0] == "&&"
            stops = edge + (r"|&&\s" if conjunction else "")
            behind = r"\|\||[,?:{]|\belse\b|\n\s*(guard|if|let|return|for)\b" + ("|&&" if conjunction else "")
            self.either(self.since(match.start(), stops), match.start(), (conjunction,))
            self.either(match.end(), self.until(match.end(), behind), (conjunction,))

    def questions(self) -> None:
        """The conditions of `? :`."""
        for match in re.finditer(r"\s\?\s", self.code):
            self.either(
                self.since(match.start(), r"[,:{]\s|(?<![=!<>])=\s|\breturn\s|\bin\s|\s\?\s|\s\?\?\s"), match.start())

    def predicates(self) -> None:
        """Functions and closures that answer yes or no, where they are one expression."""
        heads = r"-> Bool(?= \{)|\.(filter|first|firstIndex|allSatisfy|removeAll|contains)(?= \{)|where:(?= \{)"
        for match in re.finditer(heads, self.code):
            start = match.end() + 1
            end = self.closing(start) - 1
            body = re.match(r"\{(\s*[\w, ()$:]+ in\b)?", self.code[start:end])
            inner = start + body.end()
            if match[0] == "-> Bool" and self.is_quick(match.start()):
                self.quick.append((inner, end, True))
            if not re.search(r"\b(return|let|var|switch|if|for|guard)\b", self.code[inner:end]):
                self.either(inner, end)

    def statements(self) -> None:
        """Reports, and calls of what reports."""
        for match in re.finditer(r"^[ ]+(context\.report|(Self\.)?(check|report)\w*)(?=\()", self.code, re.MULTILINE):
            start, end = self.trimmed(match.start(), self.closing(match.end()))
            if self.code[end:].lstrip(" ")[:1] != "\n":
                continue
            number = self.new(start, f"`{self.snippet(start, end)}` is left out")
            if number:
                self.wraps.append(Wrap(start, end, f"if !Mutant.isOn({number}) {{ ", " }"))

    def fixes(self) -> None:
        """What a report offers as a fix, and its effect."""
        for match in re.finditer(r"context\.report\(", self.code):
            fix = re.compile(r"\bfix:\s").search(self.code, match.end(), self.closing(match.end() - 1))
            if fix:
                start, end = self.trimmed(fix.end(), self.until(fix.end(), ","))
                number = self.new(start, f"the fix `{self.snippet(start, end)}` is not offered")
                if number:
                    self.wraps.append(Wrap(start, end, f"Mutant.without({number}, ", ")"))
        for match in re.finditer(r"(?<=[,(:?] )\.(preserving|narrowing|suggestion)(?=[,) \n])", self.code):
            self.pick(match, "Fix.Effect", ".preserving" if match[1] == "suggestion" else ".suggestion")

    def severities(self) -> None:
        """The severity of a message where it differs from its rule's, and the kinds a rule leaves out."""
        for match in re.finditer(r"(?<=severity: )\.(note|warning|error)", self.code):
            if match.start() > self.messages:
                self.pick(match, "Severity?", "nil")
        for match in re.finditer(r"(?<=kinds: )(\.\w+)\.subtracting\([^)]*\)", self.code):
            self.pick(match, "DocumentKinds", match[1])

    def pick(self, match: re.Match, kind: str, other: str) -> None:
        number = self.new(match.start(), f"`{other}` in the place of `{match[0]}`")
        if number:
            self.wraps.append(Wrap(match.start(), match.end(), f"Mutant.pick({number}, ", f" as {kind}, {other})"))

    def written(self) -> str:
        """The code with all mutants in it."""
        parts, last = [], 0
        opening = {place: [] for wrap in self.wraps for place in (wrap.start, wrap.end)}
        closing = {place: [] for place in opening}
        for wrap in self.wraps:
            opening[wrap.start].append(wrap)
            closing[wrap.end].append(wrap)
        for place in sorted(opening):
            parts.append(self.text[last:place])
            parts += [wrap.behind for wrap in sorted(closing[place], key=lambda wrap: -wrap.start)]
            parts += [wrap.before for wrap in sorted(opening[place], key=lambda wrap: -wrap.end)]
            last = place
        return "".join(parts) + self.text[last:]


def main() -> None:
    rules, output, listing = map(pathlib.Path, sys.argv[1:4])
    left_out = set(map(int, pathlib.Path(sys.argv[4]).read_text().split())) if len(sys.argv) > 4 else set()
    number, lines = 0, []
    for file in sorted(rules.rglob("*.swift")):
        text = file.read_text()
        place = output / file.relative_to(rules)
        place.parent.mkdir(parents=True, exist_ok=True)
        if not re.search(rf"enum {file.stem}: \w*Rule\b", text):
            place.write_text(text)
            continue
        mutants = Mutants(text, masked(text), number, left_out)
        mutants.statements()
        mutants.conditions()
        mutants.predicates()
        mutants.operands()
        mutants.questions()
        mutants.fixes()
        mutants.severities()
        place.write_text(mutants.written())
        rule = re.search(r'id: "([a-z0-9-]+)"', text)[1]
        lines += [f"{index}\t{rule}\t{file}\t{line}\t{name}\t{'quick' * quick}\n"
                  for index, line, name, quick in mutants.names]
        number = mutants.number
    listing.write_text("".join(lines))


main()
