"""What a shell offers at the Tab key: verbs, options and their values, and the scripts that ask for them."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from reportctl.cli import console
from reportctl.errors import FileError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VARIABLE = "_REPORTCTL_COMPLETE"
"""Set to a shell's name, it turns a run into a question: what may stand where the last argument stands?"""

# Nothing of an answer is evaluated by any of them: names of departments are data.
_SCRIPTS = {
    "bash": """\
_reportctl() {
    mapfile -t COMPREPLY < <(_REPORTCTL_COMPLETE=bash "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _reportctl reportctl
""",
    "zsh": """\
#compdef reportctl
_reportctl() {
    local -a found
    local line value
    for line in "${(@f)$(_REPORTCTL_COMPLETE=zsh "${(Q)words[1]}" "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        value=${line%%$'\\t'*}
        [[ -z $value ]] || found+=("${value//:/\\\\:}:${line#*$'\\t'}")
    done
    if (( $#found )); then _describe reportctl found; else _files; fi
}
if [[ $funcstack[1] == _reportctl ]]; then _reportctl "$@"; else compdef _reportctl reportctl; fi
""",
    "fish": """\
function __reportctl_complete
    set --local words (commandline --current-process --tokenize --cut-at-cursor)
    set --local current (commandline --current-token --cut-at-cursor)
    set --local found (_REPORTCTL_COMPLETE=fish $words "$current" 2>/dev/null)
    if set --query found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete --command reportctl --no-files --arguments '(__reportctl_complete)'
""",
}
SHELLS = tuple(_SCRIPTS)
"""The shells that can be taught."""
_PLACES = {
    "bash": ".bash_completions/reportctl.sh",
    "zsh": ".zfunc/_reportctl",
    "fish": ".config/fish/completions/reportctl.fish",
}
# What a shell must read at its start besides, where it does not look into the folder by itself.
_START = {
    "bash": (".bashrc", "source ~/.bash_completions/reportctl.sh"),
    "zsh": (".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
}
_SPECIAL = re.compile(r"[^\w@%+=:,./-]")


def script(shell: str) -> str:
    """The script that teaches a shell to ask, without a break at its end."""
    return _SCRIPTS[shell].rstrip()


def current_shell() -> str:
    """The shell that the program was called from, else the user's own.

    Raises:
        UsageError: it is none that can be taught.
    """
    process = os.getppid()
    while process > 1:
        try:
            # `pid (name) state parent ...`, where the name may hold anything
            head, _, tail = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")
        except OSError:
            break
        name = head.partition("(")[2]
        if name in _SCRIPTS:
            return name
        process = int(tail.split()[1])
    name = Path(os.environ.get("SHELL", "")).name
    if name not in _SCRIPTS:
        raise UsageError("认不出用的是哪种终端", hint="补全支持 bash、zsh 和 fish\uff0c请在其中一种里运行")
    return name


def install(shell: str) -> Path:
    """Put the script into the user's home folder, where the shell finds it; returns where it is.

    Raises:
        FileError: there is no home folder.
    """
    try:
        home = Path.home()
    except RuntimeError:
        raise FileError(
            "找不到用户的主文件夹", hint="用 `--show-completion` 显示补全脚本\uff0c自己安装"
        ) from None
    target = home / _PLACES[shell]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_SCRIPTS[shell], "utf-8")
    if shell in _START:
        name, line = _START[shell]
        with (home / name).open("a+", encoding="utf-8", errors="replace") as start:
            start.seek(0)
            if line not in start.read().splitlines():
                start.write(f"\n{line}\n")
    return target


class _Place(NamedTuple):
    """Where in a command line somebody stands: the command, and the option whose value is to come."""

    context: Any
    option: Any
    given: frozenset[str]
    arguments: int
    plain: bool


def answer(shell: str, program: Any, words: Sequence[str]) -> int:
    """Write what may stand in the last word's place, a line each; whatever is wrong, say nothing else."""
    bash = shell == "bash"
    typed = [_unquoted(word) for word in words] if bash else words
    quoted = bool(words) and words[-1].startswith(("'", '"'))
    try:
        for value, text in candidates(program, typed, equals_is_a_word=bash):
            word = console.safe(value)
            if bash:
                console.out(word if quoted else _SPECIAL.sub(r"\\\g<0>", word))
            else:
                console.out(f"{word}\t{console.safe(text)}")
    except Exception:  # noqa: BLE001 - a broken project is no reason to write into somebody's command line
        return 1
    return 0


def candidates(
    program: Any, words: Sequence[str], *, equals_is_a_word: bool = False
) -> Iterator[tuple[str, str]]:
    """Values that may stand in the last word's place, which they begin with, each with what it means.

    Bash takes the = between an option and its value for a word, the others take all three for one.
    """
    *before, current = words or [""]
    joined = ""
    if equals_is_a_word and current == "=":
        current = ""
    elif current.startswith("--") and "=" in current:
        option, _, current = current.partition("=")
        before.append(option)
        joined = f"{option}="
    place = _walk(program, [word for word in before if not (equals_is_a_word and word == "=")])
    if place is None:
        return
    for value, text in _offered(place, current):
        if value.startswith(current):
            yield f"{joined}{value}", text


def _walk(program: Any, words: Iterable[str]) -> _Place | None:
    """Through a command line to its end; None where it goes wrong on the way.

    Click reads a command line from front to back; here the global options may stand anywhere.
    """
    context: Any = typer.Context(
        program, info_name="reportctl", resilient_parsing=True, **program.context_settings
    )
    given: set[str] = set()
    arguments, option, plain = 0, None, False
    for word in words:
        if option is not None:
            context.find_root().params.setdefault(option.name, word)
            option = None
        elif word == "--" and not plain:
            plain = True
        elif word.startswith("-") and not plain:
            name, equals, _ = word.partition("=")
            found = next((known for known in _options(context) if name in known.opts), None)
            if found is not None:
                given.add(found.name)
                option = None if found.is_flag or equals else found
        elif hasattr(context.command, "list_commands"):
            command = context.command.get_command(context, word)
            if command is None:
                return None
            context = typer.Context(command, info_name=word, parent=context, resilient_parsing=True)
        else:
            arguments += 1
    return _Place(context, option, frozenset(given), arguments, plain)


def _options(context: Any) -> list[Any]:
    """The options that may be given there: the command's own, and the global ones that are no commands."""
    options = [option for option in context.command.get_params(context) if _is_option(option)]
    if context.parent is not None:
        options += [option for option in context.find_root().command.params if not option.is_eager]
    return options


def _is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


def _offered(place: _Place, current: str) -> Iterator[tuple[str, str]]:
    context, command = place.context, place.context.command
    if place.option is not None:
        yield from _values(place.option, context, current)
    elif current.startswith("-") and not place.plain:
        for option in _options(context):
            if option.name not in place.given or option.multiple:
                yield from ((name, option.help or "") for name in option.opts)
    elif hasattr(command, "list_commands"):
        yield from command.short_helps()
    else:
        parameters = [known for known in command.get_params(context) if not _is_option(known)]
        for number, parameter in enumerate(parameters):
            if number == place.arguments or parameter.nargs == -1:
                yield from _values(parameter, context, current)
                break


def _values(parameter: Any, context: Any, current: str) -> Iterator[tuple[str, str]]:
    for item in parameter.shell_complete(context, current):
        if item.type == "plain":  # files are the shell's own business
            yield item.value, item.help or ""


def _unquoted(word: str) -> str:
    """A word of bash's command line as the program would get it, also one whose quotes are still open."""
    for end in ("", '"', "'"):
        try:
            return "".join(shlex.split(word + end))
        except ValueError:
            continue
    return word
