# problem: conv-output-size
# says: LayerSpec.output is graded as conv_output_size
from dataclasses import dataclass


@dataclass(frozen=True)
class LayerSpec:
    kernel_size: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    def output(self, size):
        return (size + 2 * self.padding - self.dilation * (self.kernel_size - 1) - 1) // self.stride + 1
