"""Whoever follows a recipe of CONTRIBUTING.md gets what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools import recipes
from tests.tools.recipes import Change

if TYPE_CHECKING:
    from pathlib import Path

RECIPES = recipes.recipes(recipes.PAGE.read_text(encoding="utf-8"))
MOST_SOURCES = {"A new output format": 2, "A new layout element": 6}
"""How many source files a recipe may touch."""

PAGE = """\
# Contributing

## A new thing

1. Make `src/reportctl/thing.py`, as `others` are:

   ```python
   \"\"\"A thing.\"\"\"
   ```

2. Name it in `src/reportctl/errors.py`:

   ```diff
    import old
   -a = 1
   +a = 2
   ```

3. See it:

   ```sh
   reportctl --version
   make check
   ```

## Style

`src/reportctl/no.py`:

```python
no
```
"""


@pytest.mark.slow
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_works_word_for_word(recipe: recipes.Recipe, tmp_path: Path) -> None:
    recipe.follow(tmp_path)

    for command in recipe.commands:
        done = recipes.run(command, tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    for check in ("check", "format --check"):
        done = recipes.run(f"ruff {check} {' '.join(sorted(recipe.sources))}", tmp_path)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_touches_few_files(recipe: recipes.Recipe) -> None:
    assert recipe.changes != ()
    assert len(recipe.sources) <= MOST_SOURCES.get(recipe.title, len(recipe.sources))


def test_blocks_are_read_as_files_changes_and_commands() -> None:
    (recipe,) = recipes.recipes(PAGE)

    assert recipe.changes == (
        Change("src/reportctl/thing.py", None, '"""A thing."""\n'),
        Change("src/reportctl/errors.py", "import old\na = 1\n", "import old\na = 2\n"),
    )
    assert recipe.commands == ("reportctl --version",)
    assert recipe.sources == {"src/reportctl/thing.py", "src/reportctl/errors.py"}


def test_a_followed_recipe_runs_the_changed_program(tmp_path: Path) -> None:
    version = '__version__ = "0.1.0"\n'
    recipe = recipes.Recipe(
        "A new version", (Change("src/reportctl/__init__.py", version, version.replace("0.1", "7.8")),), ()
    )

    recipe.follow(tmp_path)

    assert "7.8.0" in recipes.run("reportctl --version", tmp_path).stdout


def test_a_change_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    recipe = recipes.Recipe("A new fault", (Change("pyproject.toml", "no such line\n", ""),), ())

    with pytest.raises(ValueError, match=r"A new fault: pyproject\.toml has 0 times\nno such line"):
        recipe.follow(tmp_path)
