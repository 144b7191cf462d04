"""In which form the candidate is given tensors, arrays and lists: as they are, or as code of another kind takes them.

Judge's side. Whether an answer is to be asked in another form is for `forms` to say.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.wire.frames import Leaf

STEPS = ("t", "alpha_bar")
"""What problems call one time step for all samples, a time, or a level of noise."""
TIMES = ("t", "sigma")
"""What they call a time, or a level of noise: one for all samples, unless they ask for a tensor, to be passed on as it is."""
OF_COLOUR = 3
Arguments = tuple[Sequence[Any], Mapping[str, Any]]
"""By place and by name."""


class Form(Enum):
    """In which form arrays, trees and lists go to the candidate; `VALUES` are tensors that want no gradients.

    `BY_PLACE`: as given, to functions that take it in the order of their parameters, whatever these are called. `BATCH`: as
    given, to functions that get what is first as a batch of one.
    """

    AS_GIVEN = "as given"
    VALUES = "tensors without gradients"
    NUMPY = "NumPy"
    TORCH = "torch"
    IMAGES = "batches of one image, channels first, in torch, where the problem gives an image"
    LISTS = "lists"
    ROWS = "NumPy's arrays, where they are lists of numbers"
    TENSORS = "tensors, where they are lists of numbers"
    SCALARS = "tensors without axes, where they are floats"
    SAMPLES = "tensors of one time step per sample, where the problem has one for all"
    TOKENS = "tensors of one number per token, where the problem has one per sequence"
    SEVERAL = "arrays of one number, where the problem gives one number"
    TEXTS = "texts, where they are lists of words"
    BY_PLACE = "what the problem gives, in the order of the statement"
    BATCH = "what the problem gives, the first of it as a batch of one"
    NODES = "nodes, as interview sites give them"

    @property
    def is_outside_torch(self) -> bool:
        """Whether what computes in NumPy or in plain Python can take it: without gradients, and without half precision."""
        return self in (Form.VALUES, Form.NUMPY, Form.LISTS)


class Given:
    """What the problem gives, in a form. `has_converted`: whether anything was there to be given otherwise.

    `is_of_one_time`: whether the last call was given one time for all samples.
    """

    def __init__(self, form: Form, reference: Mapping[str, Any]) -> None:
        self.form, self.reference = form, reference
        self.has_converted = self.is_of_one_time = False

    def has(self, value: Any) -> bool:
        """Whether there is such a value in this form: a text of words says of no word that it is a number."""
        if self.form is not Form.TEXTS or not isinstance(value, list | tuple):
            return True
        return all(type(part) is not int and self.has(part) for part in value)

    def arguments(self, entry: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Arguments:
        """Those of a call of an entry, with tensors in the place of its floats, or steps in that of its one time step."""
        own = inspect.signature(self.reference[entry]).parameters if entry in self.reference else {}
        names = list(own)
        by_name = {**dict(zip(names, args, strict=False)), **kwargs}
        times = [name for name in TIMES if name in by_name and own[name].annotation is not Tensor]
        self.is_of_one_time = any(is_number(by_name[name]) for name in times)
        match self.form:
            case Form.SCALARS:
                return self._with_scalars(args, kwargs)
            case Form.SAMPLES:
                return self._with_steps(names, args, kwargs)
            case Form.TOKENS:
                return self._with_tokens(args, kwargs)
            case Form.SEVERAL:
                return [self._one_of_several(value) for value in args], {
                    name: self._one_of_several(value) for name, value in kwargs.items()
                }
        return args, kwargs

    def value(self, value: Any) -> Any:
        """A tensor, an array or a list in the form in which the answer takes it; anything else as it is."""
        converted = self.unnoted(value)
        self.has_converted |= converted is not value
        return converted

    def unnoted(self, value: Any) -> Any:
        """The same for what a given function returns, which says nothing of what the problem gives."""
        match value:
            case Tensor() if self.form is Form.NUMPY and value.dtype is not torch.bfloat16:
                return value.detach().numpy()
            case Tensor() if self.form is Form.LISTS:
                return value.tolist()
        if self.form is Form.TORCH and type(value).__module__ == "numpy" and hasattr(value, "dtype"):
            return torch.as_tensor(value.copy())
        if self.form is Form.IMAGES and is_image(value):
            return torch.as_tensor(value.copy())[None, None]
        if self.form is Form.IMAGES and is_colour(value):
            return torch.as_tensor(value.copy()).movedim(-1, 0)[None]
        if self.form is Form.LISTS and type(value).__module__ == "numpy" and hasattr(value, "tolist"):
            return value.tolist()
        if self.form is Form.TEXTS and isinstance(value, list) and all(type(part) is str for part in value):
            return " ".join(value)
        if self.form is Form.TENSORS and isinstance(value, list):
            return in_tensors(value)
        return in_rows(value) if self.form is Form.ROWS and isinstance(value, list) else value

    def result(self, value: Any) -> Any:
        """What came back, as the problem has it."""
        if self.form is Form.SAMPLES and isinstance(value, list | tuple):
            return [for_all_samples(part) for part in value]
        if self.form is Form.IMAGES:
            return out_of_a_batch(value)
        return the_one_of(value) if self.form is Form.SEVERAL else value

    def asked_back(self, value: Any) -> Any:
        """What the candidate gives to a function of ours, as that takes it."""
        return as_tensors(value) if self.form is Form.NUMPY else value

    def with_one_time(self, args: list[Any]) -> list[Any]:
        """A state and a time for a function of ours: the one time of all samples, where it is said once for each of them."""
        match args:
            case [Tensor() as x, Tensor() as t, *more] if self.is_of_one_time and x.ndim and t.ndim:
                is_for_each = t.numel() == len(x) == t.shape[0] and bool((t == t.flatten()[0]).all())
                return [x, t.flatten()[0], *more] if is_for_each else args
        return args

    def _with_scalars(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Arguments:
        """With a tensor in the place of each float, as exact as the tensors beside it."""
        given = [value.tensor if isinstance(value, Leaf) else value for value in (*args, *kwargs.values())]
        dtype = as_exact_as(given)

        def scalar(value: Any) -> Any:
            return torch.tensor(value, dtype=dtype) if type(value) is float else value

        self.has_converted |= any(type(value) is float for value in given)
        return [scalar(value) for value in args], {name: scalar(value) for name, value in kwargs.items()}

    def _with_steps(self, names: Sequence[str], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Arguments:
        """With a time step for each sample in the place of the one for all."""
        given = [value.tensor if isinstance(value, Leaf) else value for value in (*args, *kwargs.values())]
        samples = next((len(value) for value in given if isinstance(value, Tensor) and value.ndim), 0)
        dtype = as_exact_as(given)

        def repeated(name: str, value: Any) -> Any:
            is_step = name in STEPS and type(value) in (int, float) and samples > 0
            self.has_converted |= is_step
            return torch.full((samples,), value, dtype=dtype if type(value) is float else None) if is_step else value

        by_place = [repeated(name, value) for name, value in zip(names, args, strict=False)]
        return by_place, {name: repeated(name, value) for name, value in kwargs.items()}

    def _with_tokens(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Arguments:
        """With the number of each sequence once for each of its tokens, which a mask tells apart."""
        masks = [value for value in (*args, *kwargs.values()) if is_mask(value)]

        def repeated(value: Any) -> Any:
            is_of_each = masks and isinstance(value, Tensor) and value.is_floating_point()
            if not is_of_each or value.shape != masks[0].shape[:1]:
                return value
            self.has_converted = True
            return value[:, None].expand(masks[0].shape).contiguous()

        return [repeated(value) for value in args], {name: repeated(value) for name, value in kwargs.items()}

    def _one_of_several(self, value: Any) -> Any:
        """An array that holds one whole number alone; anything else as it is."""
        if type(value) is not int:
            return value
        import numpy  # most answers have no need of it

        self.has_converted = True
        return numpy.array([value])


def as_exact_as(given: Sequence[Any]) -> torch.dtype:
    """The kind of a number beside these tensors: single precision, unless one is more exact or there is none."""
    kinds = [value.dtype for value in given if isinstance(value, Tensor) and value.is_floating_point()]
    is_single = kinds and all(kind.itemsize <= torch.float32.itemsize for kind in kinds)
    return torch.float32 if is_single else torch.float64


def in_rows(value: list[Any]) -> Any:
    """The list as an array of NumPy's, if it holds numbers, or rows of them of one length, that an array holds exactly."""
    rows = value if all(isinstance(part, list | tuple) for part in value) else [value]
    are_numbers = all(type(part) in (int, float) for row in rows for part in row)
    if not are_numbers or len({len(row) for row in rows}) > 1:
        return value
    import numpy  # most answers have no need of it

    found = numpy.array(value)
    return found if found.dtype in (numpy.int64, numpy.float64) else value


def in_tensors(value: list[Any]) -> Any:
    """The same as a tensor; an empty list is one of no indices."""
    found = in_rows(value)
    if found is value:
        return value
    return torch.as_tensor(found) if value else torch.zeros(0, dtype=torch.int64)


def the_one_of(result: Any) -> Any:
    """The number that alone is in a list or an array, as that of one task among several."""
    while (isinstance(result, list | tuple) or (isinstance(result, Tensor) and result.ndim)) and len(result) == 1:
        result = result[0]
    return result


def is_mask(value: Any) -> bool:
    """Whether it says of each token of several sequences whether it counts."""
    return isinstance(value, Tensor) and value.dtype == torch.bool and value.ndim == 2


def is_image(value: Any) -> bool:
    """Whether it is an array of NumPy's with two axes."""
    return type(value).__module__ == "numpy" and getattr(value, "ndim", 0) == 2


def is_colour(value: Any) -> bool:
    """Whether it is an image of NumPy's in three colours."""
    return type(value).__module__ == "numpy" and getattr(value, "ndim", 0) == 3 and value.shape[-1] == OF_COLOUR


def out_of_a_batch(result: Any) -> Any:
    """The image, or the number, of a batch of one with one channel, or with three."""
    if isinstance(result, Tensor) and result.ndim == 4 and result.shape[:2] == (1, OF_COLOUR):
        return result[0].movedim(0, -1)
    for _ in range(2):
        is_one = isinstance(result, Tensor) and result.ndim in (1, 2, 3, 4) and len(result) == 1
        result = result[0] if is_one and (result.ndim > 2 or result.numel() == 1) else result
    return result


def is_number(value: Any) -> bool:
    """Whether it is one number, of whatever kind."""
    value = value.tensor if isinstance(value, Leaf) else value
    return isinstance(value, int | float) or (isinstance(value, Tensor) and not value.ndim)


def for_all_samples(part: Any) -> Any:
    """One number, of a result that has the same for each sample, or for each of its values."""
    if not isinstance(part, Tensor) or part.numel() < 2 or not bool((part == part.flatten()[0]).all()):
        return part
    return part.flatten()[0]


def as_tensors(value: Any) -> Any:
    """With a tensor in the place of each of NumPy's arrays, and of its numbers a plain one."""
    match value:
        case list():
            return [as_tensors(part) for part in value]
        case dict():
            return {key: as_tensors(part) for key, part in value.items()}
    if type(value).__module__ != "numpy" or not hasattr(value, "dtype"):
        return value
    return torch.as_tensor(value.copy()) if value.ndim else value.item()
