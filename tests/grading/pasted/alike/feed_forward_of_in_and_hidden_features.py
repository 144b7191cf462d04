# problem: swiglu
import torch
import torch.nn as nn
import torch.nn.functional as F


class GLU(nn.Module):
    def __init__(self, activation):
        super().__init__()
        self.activation = activation

    def forward(self, gate, value):
        return self.activation(gate) * value


class SwiGLUFFN(nn.Module):
    def __init__(self, in_features, hidden_features, out_features=None):
        super().__init__()
        out_features = out_features or in_features
        self.gate_proj = nn.Linear(in_features, hidden_features, bias=False)
        self.up_proj = nn.Linear(in_features, hidden_features, bias=False)
        self.down_proj = nn.Linear(hidden_features, out_features, bias=False)
        self.glu = GLU(nn.SiLU())

    def forward(self, hidden_states):
        return self.down_proj(self.glu(self.gate_proj(hidden_states), self.up_proj(hidden_states)))
