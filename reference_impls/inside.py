"""Functions of ours that live in a world, beside the candidate's code. Imports `problem` alone.

A spy runs on the judge's side and sees values; the weights of a module never get there. Where a problem hands a module and a
loss of it to the candidate, or asks for many steps of an object without a message for each, the function has to be inside.
"""

from __future__ import annotations

from reference_impls.problem import Draw, Ref, World


def function(world: World, source: str) -> Ref:
    """The value of a Python expression in the world, which may use `torch`: `lambda model, batch: model(batch).mean()`."""
    some_module = world.linear(Draw(0).normal(1, 1), None)
    forward = world.new((some_module, "__getattribute__"), "forward")
    names = world.new((forward, "__getattribute__"), "__globals__")
    builtins = world.new((names, "__getitem__"), "__builtins__")
    of_torch = world.new(world.new((builtins, "__getitem__"), "eval"), f"lambda torch: {source}")
    return world.new(of_torch, world.new((names, "__getitem__"), "torch"))
