# problem: receptive-field
# says: given in each entry of your layers: kernel, stride and dilation
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class ConvSpec:
    kernel: int
    stride: int = 1
    dilation: int = 1


class Field(NamedTuple):
    size: int
    jump: int


def receptive_field(layers: list[ConvSpec]) -> Field:
    field = Field(1, 1)
    for spec in layers:
        field = Field(field.size + spec.dilation * (spec.kernel - 1) * field.jump, field.jump * spec.stride)
    return field
