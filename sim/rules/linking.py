"""Compiles kernel functions that only other kernel functions call to an intermediate form, without machine code.

Numba by itself optimises every function with all that it calls and turns it into machine code at once, so that what
lies deep in the kernel is compiled as often as there are levels above it. Here an inner function is only lowered; the
entry that reaches it links it in, and all is optimised together, once: a third of the time for a search, and code that
is no slower.
"""

from typing import Any

from llvmlite import binding
from numba import _dynfunc
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder, _LowerResult
from numba.core.compiler_machinery import register_pass
from numba.core.typed_passes import NativeLowering


class InnerLibrary(JITCodeLibrary):  # type: ignore[misc]  # Numba ships no types
    """The intermediate form of one function, to be linked with what it calls."""

    _shared_module: Any

    def finalize(self) -> None:
        """Nothing more comes in; no machine code is made."""
        self._raise_if_finalized()
        self._finalized = True

    def _get_module_for_linking(self) -> Any:
        if self._shared_module is None:
            self._ensure_finalized()
            module = self._final_module.clone()
            for function in module.functions:
                if not function.is_declaration and function.linkage == binding.Linkage.external:
                    function.linkage = binding.Linkage.linkonce_odr
            for library in dict.fromkeys(self._linking_libraries):
                module.link_in(library._get_module_for_linking(), preserve=True)
            self._shared_module = module
        return self._shared_module


@register_pass(mutates_CFG=True, analysis_only=False)
class InnerLowering(NativeLowering):  # type: ignore[misc]
    """Lowers a function and makes it known to its callers."""

    _name = "inner_lowering"

    def run_pass(self, state: Any) -> bool:
        """Lower; the key under which callers find the function is a Python function without code."""
        codegen = state.targetctx.codegen()
        state.library = InnerLibrary(codegen, state.func_id.func_qualname)
        state.flags.no_compile = True
        done: bool = super().run_pass(state)
        lowered = state["cr"]
        name = lowered.fndesc.qualname.rpartition(".")[2]
        key = _dynfunc.make_function(lowered.fndesc.lookup_module(), name, "", 0, lowered.env, (state.library,))
        state.targetctx.insert_user_function(key, lowered.fndesc, [state.library])
        state["cr"] = _LowerResult(lowered.fndesc, lowered.call_helper, cfunc=key, env=lowered.env)
        return done


class InnerCompiler(CompilerBase):  # type: ignore[misc]
    """Numba's own passes, the last but one replaced."""

    def define_pipelines(self) -> list[Any]:
        """The passes."""
        passes = DefaultPassBuilder.define_nopython_pipeline(self.state)
        passes.passes = [
            (InnerLowering, "inner lowering") if each[0] is NativeLowering else each for each in passes.passes
        ]
        passes._finalized = False
        passes.finalize()
        return [passes]
