# expect: error
# family: looking for answers
# attempts: to find the reference's function among all objects
# stopped by: process
import gc
import types

found = [
    function
    for function in gc.get_objects()
    if isinstance(function, types.FunctionType)
    and function.__name__ == "attention"
    and function.__module__.startswith("reference_impls")
]
attention = found[0]
