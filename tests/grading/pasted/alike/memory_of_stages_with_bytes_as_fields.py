# problem: training-memory
# expect: pass
from dataclasses import dataclass
from enum import IntEnum


class ZeroStage(IntEnum):
    NONE = 0
    OPTIMIZER = 1
    GRADIENTS = 2
    PARAMETERS = 3


@dataclass
class MemoryConfig:
    num_params: int
    stage: ZeroStage
    dp_size: int
    bytes_param: float = 2
    bytes_grad: float = 2
    bytes_optim: float = 12


def model_state_bytes(cfg: MemoryConfig) -> float:
    p = cfg.num_params * cfg.bytes_param
    g = cfg.num_params * cfg.bytes_grad
    o = cfg.num_params * cfg.bytes_optim
    if cfg.stage >= ZeroStage.OPTIMIZER:
        o /= cfg.dp_size
    if cfg.stage >= ZeroStage.GRADIENTS:
        g /= cfg.dp_size
    if cfg.stage >= ZeroStage.PARAMETERS:
        p /= cfg.dp_size
    return p + g + o
