"""The same functions, compiled: every function of the given modules is re-bound through Numba, none is written twice.

A function's globals are copied with each kernel function replaced by its compiled form. Constants are reached through
module aliases (``at.DAY``) and stay as they are. No fastmath, so results are bit-identical to plain Python.

Numba's own cache does not notice an edited callee, so the cache folder is named by a hash of all kernel sources, the
options and the versions: edited rules are never answered from an old cache.
"""

import hashlib
import inspect
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import numba

from sim.rules.linking import InnerCompiler

# Small functions called thousands of times a night. Put in place of their calls they take a quarter off the time of a
# decision; more of them only lengthen compilation.
INLINED = {
    "all_hold", "term_value", "change", "apply_effects", "block_holds", "run_block", "logit", "needs_met", "emit",
    "option_worth", "estimate", "uniform", "mix", "violations", "lever_violations",
}  # fmt: skip


def own_functions(module: ModuleType) -> dict[str, FunctionType]:
    """The functions that a module defines itself."""
    return {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, FunctionType) and value.__module__ == module.__name__
    }


def constants(module: ModuleType) -> list[str]:
    """The constants in a module's scope, wherever they are defined: compiled code holds them as they were."""
    return sorted(f"{name}={value!r}" for name, value in vars(module).items() if isinstance(value, int | float | tuple))


def fingerprint(modules: Iterable[ModuleType], boundscheck: bool) -> str:
    """A hash of all that compiled code depends on: sources, constants that they reach for, options and versions."""
    digest = hashlib.sha256(f"{sys.version} {numba.__version__} {boundscheck} {sorted(INLINED)}".encode())
    for module in modules:
        digest.update(inspect.getsource(module).encode())
        for scope in (module, *(value for value in vars(module).values() if isinstance(value, ModuleType))):
            digest.update(repr(constants(scope)).encode())
    return digest.hexdigest()[:16]


def bind(
    modules: list[ModuleType], entries: set[str], cache: Path | None, *, boundscheck: bool = False
) -> dict[str, Any]:
    """Compiled forms of all functions of ``modules``, by name. Compilation itself waits for the first call.

    Only ``entries`` may be called from Python; they are cached on disk, each with all that it calls, in a folder of
    ``cache`` (None: nowhere); the others get no machine code of their own. Names must be unique over all modules;
    raises ValueError if they are not.

    Reference counting is off (``_nrt=False``): it halves the time, and makes any allocation a compile error.
    """
    if cache is not None:
        numba.config.CACHE_DIR = str(cache / fingerprint(modules, boundscheck))
    plain: dict[str, FunctionType] = {}
    for module in modules:
        for name, function in own_functions(module).items():
            if name in plain:
                raise ValueError(f"two kernel functions are called {name}")
            plain[name] = function
    scopes = {module.__name__: dict(vars(module)) for module in modules}
    compiled = {}
    for name, function in plain.items():
        copy = FunctionType(function.__code__, scopes[function.__module__], name, function.__defaults__)
        cached = cache is not None and name in entries
        compiled[name] = numba.njit(
            copy,
            cache=cached,
            boundscheck=boundscheck,
            error_model="numpy",
            forceinline=name in INLINED,
            no_cpython_wrapper=name not in entries,
            no_cfunc_wrapper=True,
            **({} if name in entries else {"pipeline_class": InnerCompiler}),
            _nrt=False,
        )
    for scope in scopes.values():
        for name, value in list(scope.items()):
            if isinstance(value, FunctionType) and plain.get(value.__name__) is value:
                scope[name] = compiled[value.__name__]
    return compiled
