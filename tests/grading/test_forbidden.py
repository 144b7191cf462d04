"""What defeats an exercise is found also under an alias; a candidate's own function of that name is fine."""

from __future__ import annotations

import pytest

from interview_cli.grading.candidate.source.forbidden import forbidden_use

NAMES = ("softmax", "scaled_dot_product_attention", "MultiheadAttention", "AdamW")


@pytest.mark.parametrize(
    "source",
    [
        "import torch\ny = torch.softmax(x, -1)",
        "import torch.nn.functional as F\ny = F.softmax(x, -1)",
        "from torch.nn import functional as fn\ny = fn.softmax(x)",
        "from torch.nn.functional import softmax as sm\ny = sm(x)",
        "import torch\ny = getattr(torch, 'softmax')(x, -1)",
        "import torch as t\nf = t.nn.functional\ny = f.softmax(x)",
        "y = x.softmax(-1)",
        "y = (q @ k.T).softmax(dim=-1)",
        "from scipy.special import softmax",
        "import torch.nn as nn\nlayer = nn.MultiheadAttention(8, 2)",
        "from torch.optim import AdamW",
        "def softmax(x):\n    import torch\n    return torch.softmax(x, -1)",
    ],
)
def test_a_library_function_is_found(source: str) -> None:
    use = forbidden_use(source, NAMES)
    assert use is not None
    assert use.line >= 1


@pytest.mark.parametrize(
    "source",
    [
        "def softmax(x):\n    return x.exp() / x.exp().sum(-1, keepdim=True)\ny = softmax(x)",
        "# torch.softmax is forbidden\ntext = 'softmax'",
        "class A:\n    def softmax(self, x):\n        return x\n    def forward(self, x):\n        return self.softmax(x)",
        "import torch\ny = torch.exp(x)",
        "softmax_scale = 1.0\nlog_softmax = 2",
    ],
)
def test_ones_own_function_of_that_name_is_fine(source: str) -> None:
    assert forbidden_use(source, NAMES) is None


@pytest.mark.parametrize(
    "source",
    [
        "import reference_impls",
        "from reference_impls.transformers.attention.reference import attention",
        "import interview_cli.grading as g",
    ],
)
def test_importing_the_answers_is_always_forbidden(source: str) -> None:
    assert forbidden_use(source, ()) is not None
