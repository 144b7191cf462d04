"""What a problem forbids is not there for the file, however it is looked up; everything else is, and works."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from interview_cli.domain.items.question import Problem
from interview_cli.domain.items.verdict import Outcome
from interview_cli.grading.candidate import withheld
from interview_cli.grading.candidate.withheld import Withheld, withhold
from interview_cli.grading.host.client import GradingClient
from tests.grading import equivalents

FUSED = "'_'.join(('scaled', 'dot', 'product', 'attention'))"
TEMPLATE = """
import importlib, math, torch
HEAD
def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    allowed = None if mask is None else torch.as_tensor(mask).broadcast_to(scores.shape) != 0
    scores = scores if mask is None else scores.masked_fill(~allowed, -math.inf)
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    return EXPRESSION, p / p.sum(-1, keepdim=True)
"""
WAYS = {
    "an attribute": ("", f"getattr(torch.nn.functional, {FUSED})(q, k, v, allowed)"),
    "a namespace": ("", f"vars(torch.nn.functional)[{FUSED}](q, k, v, allowed)"),
    "kept at import": (f"fused = getattr(torch.nn.functional, {FUSED})", "fused(q, k, v, allowed)"),
    "an operator": ("", f"getattr(torch.ops.aten, {FUSED}).default(q, k, v, allowed)"),
    "a binding": ("", f"getattr(torch._C._nn, {FUSED})(q, k, v, allowed)"),
    "the operators' index": ("", f"torch._C._jit_get_operation('aten::' + {FUSED})[0](q, k, v, allowed)"),
    "a private part": ("", f"getattr(torch.ops.aten, '_' + {FUSED} + '_math')(q, k, v, allowed)[0]"),
    "TorchScript": (
        f"code = 'def f(q, k, v, m: Optional[Tensor]):\\n  return torch.ops.aten.' + {FUSED} + '(q, k, v, m)\\n'",
        "torch.jit.CompilationUnit(code).f(q, k, v, allowed)",
    ),
    "its own decomposition": ("", f"getattr(torch.ops.aten, {FUSED}).default.decompose(q, k, v, allowed)"),
    "a key": (
        "from torch._C import DispatchKey as Key",
        f"getattr(torch.ops.aten, {FUSED}).default._op_dk(Key.CompositeImplicitAutograd, q, k, v, allowed)",
    ),
    "a key of a private part": (
        "from torch._C import DispatchKey as Key",
        f"getattr(torch.ops.aten, '_' + {FUSED} + '_math').default._op_dk(Key.CompositeImplicitAutograd, q, k, v, allowed)[0]",
    ),
    "a kernel": (
        "from torch._C import DispatchKey as Key, DispatchKeySet as Keys\nimport torch.library",
        f"torch.library.get_kernel('aten::_' + {FUSED}.replace('att', 'flash_att') + '_for_cpu', 'CPU')"
        ".call_boxed(Keys(Key.CPU), q, k, v)[0]",
    ),
    "a table": (
        "from torch._decomp import decomposition_table as table",
        "[f for op, f in table.items() if 'scaled_dot' in str(op) and 'cpu' in str(op)][0](q, k, v)[0]",
    ),
    "another standard's operator": ("import torch.onnx.ops", "torch.ops.onnx.Attention.opset23(q, k, v)[0]"),
    "another standard's function": ("import torch.onnx.ops", "torch.onnx.ops.attention(q, k, v)[0]"),
    "its library, found on the heap": (
        "import gc\nkind = torch._C._DispatchModule\n"
        "[one.reset() for one in gc.get_objects() if type(one) is kind]\n"
        "[one.reset() for f in gc.get_objects() if type(f).__name__ == 'function' for c in f.__closure__ or ()\n"
        " if type(one := getattr(c, 'cell_contents', None)) is kind]\n"
        "caches = [f for f in gc.get_objects() if getattr(f, '__name__', '') == 'library_of']\n"
        "[f('aten').reset() for f in caches]",
        f"getattr(torch.nn.functional, {FUSED})(q, k, v, allowed)",
    ),
    "a transform": ("", f"torch.vmap(lambda q, k, v: getattr(torch.nn.functional, {FUSED})(q, k, v))(q, k, v)"),
    "a mode that hides calls": (
        "def hidden(*a):\n    with torch._C.DisableTorchFunction():\n"
        f"        return getattr(torch.nn.functional, {FUSED})(*a)",
        "hidden(q, k, v, allowed)",
    ),
    "what is caught": (
        "def caught(*a):\n    try:\n"
        f"        return getattr(torch.nn.functional, {FUSED})(*a)\n    except Exception:\n        return a[2]",
        "caught(q, k, v, allowed)",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_to_a_forbidden_function(way: str, grader: GradingClient) -> None:
    """And the verdict says the line."""
    head, expression = WAYS[way]
    source = TEMPLATE.replace("HEAD", head).replace("EXPRESSION", expression)
    verdict = grader.grade("attention", source, file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, verdict.message
    assert verdict.line
    named = verdict.message.removeprefix(f"line {verdict.line} uses ")
    assert named.partition(", ")[2] == "which this problem asks you to write yourself"
    assert "attention" in named.partition(", ")[0].lower()


def test_a_function_that_is_only_mentioned_harms_nobody(grader: GradingClient) -> None:
    source = TEMPLATE.replace("HEAD", f"fused = getattr(torch.nn.functional, {FUSED})")
    source = source.replace("EXPRESSION", "(p / p.sum(-1, keepdim=True)) @ v")
    assert grader.grade("attention", source, file="a.py", seed=3).ok


FUSED_STEP = (
    "torch._fused_adamw_([param], [grad], [param], [param], [], [torch.ones(())], lr=0.1, beta1=0.9, beta2=0.9, "
)
FUSED_STEP += "weight_decay=0.0, eps=1.0, amsgrad=False, maximize=False)"
PLAIN_STEP = "sys.modules['torch.optim.ad' + 'amw'].__dict__['ad' + 'amw']([param], [grad], [], [], [], [])"


@pytest.mark.parametrize("step", [FUSED_STEP, PLAIN_STEP])
def test_what_a_class_calls_is_withheld_too(step: str, grader: GradingClient) -> None:
    source = f"import sys, torch\ndef adamw_step(param, grad, state, **rest):\n    return {step}\n"
    verdict = grader.grade("adamw-step", source, file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, verdict.checks[:1]


CLASSES = """
import torch
[kind] = [kind for kind in torch.optim.Optimizer.__subclasses__() if kind.__name__ == "Ad" + "am"]
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    kind([torch.nn.Parameter(param)])
"""


def test_a_class_is_withheld_wherever_it_is_found(grader: GradingClient) -> None:
    assert grader.grade("adamw-step", CLASSES, file="a.py", seed=3).outcome is Outcome.FORBIDDEN


def test_a_library_that_is_imported_later_lacks_the_same(grader: GradingClient) -> None:
    """By a name made at run time, so that the source does not show it."""
    pytest.importorskip("skimage")
    source = (
        "import importlib\ndef psnr(a, b, *rest, **options):\n"
        "    m = importlib.import_module('skimage.metrics')\n"
        "    return getattr(m, '_'.join(('peak', 'signal', 'noise', 'ratio')))(a, b, *rest, **options)\n"
    )
    verdict = grader.grade("psnr", source, file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, verdict.checks[:1]


def in_a_child(work: Callable[[], bool]) -> bool:
    """Whether it holds in a process of its own: nothing that is withheld comes back."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = int(not work())
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


EVERYDAY = """
import sys, json
import numpy as np
import torch
from interview_cli.grading.candidate.withheld import withhold
withhold(json.loads(sys.argv[1]))
x = torch.arange(2000.0).reshape(2, 1000).requires_grad_()
assert "..." in repr(x)
assert np.hstack([np.ones(2), np.ones(3)]).shape == np.pad(np.ones(3), 1).shape
w = torch.nn.Parameter(torch.ones(1000))
optimizer = torch.optim.SGD([w], lr=0.1)
torch.einsum("ij,j->i", x, w).square().sum().backward()
optimizer.step()
torch.func.grad(lambda t: (t * t).sum())(torch.ones(3))
torch.linalg.svd(torch.eye(3))
class Mine(torch.Tensor): pass
assert (Mine(torch.ones(2)) + 1).sum() == 4
"""


def test_everyday_work_goes_on(catalogue: dict[str, Problem]) -> None:
    """Printing, NumPy, optimizers, transforms, tensors of one's own class: with each name withheld that is none of these."""
    used = {"SGD", "autograd", "backward", "grad", "jacfwd", "jacobian", "jacrev", "jvp", "vjp"}
    names = sorted({name for problem in catalogue.values() for name in problem.forbid} - used)
    assert len(names) > 30
    done = subprocess.run(
        [sys.executable, "-I", "-W", "ignore", "-c", EVERYDAY, json.dumps(names)],
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr


def test_every_forbidden_name_of_torch_is_withheld(catalogue: dict[str, Problem]) -> None:
    """Each attribute of that name in torch, in its functions, and in its tensors."""
    names = sorted({name for problem in catalogue.values() for name in problem.forbid})
    owners = (torch, torch.nn, torch.nn.functional, torch.Tensor, torch.optim, torch.nn.utils, torch.distributions)
    found = [(owner, name) for owner in owners for name in names if callable(getattr(owner, name, None))]
    assert len(found) > 30

    def withheld_in_all() -> bool:
        withhold(names)
        return [pair for pair in found if answers(*pair)] == []

    assert in_a_child(withheld_in_all)


ARGUMENTS: tuple[tuple[object, ...], ...] = (
    (),
    (torch.ones(2, 2),),
    (torch.ones(2, 2), 1),
    (torch.ones(2, 2), torch.ones(2, 2)),
    (torch.ones(2, dtype=torch.long), torch.ones(2, 2)),
    (torch.ones(2, 2), torch.ones(2, dtype=torch.long)),
    (torch.ones(2, 2), [2]),
    (torch.ones(2, 2), 1, 1),
    (torch.ones(2, 2, 2), torch.ones(2, 2, 2), torch.ones(2, 2, 2)),
    (torch.ones(1, 2, 2), torch.ones(2), torch.ones(2)),
    (torch.ones(1, 1, 2, 2), torch.ones(1, 1, 1, 1)),
    ([torch.ones(2)],),
)


def answers(owner: object, name: str) -> bool:
    """Whether no arguments make the attribute refuse."""
    for arguments in ARGUMENTS:
        try:
            getattr(owner, name)(*arguments)
        except Withheld:
            return False
        except Exception:
            continue
    return True


def test_nothing_is_withheld_without_a_name() -> None:
    assert in_a_child(lambda: withhold([]) is None and bool(torch.softmax(torch.ones(2), 0).sum() == 1))


def test_a_private_part_is_one_by_its_name() -> None:
    """Or is known to do the same work."""
    assert {"softmax", "_softmax", "_softmax_backward_data", "_safe_softmax"} < set(withheld.operators_of("softmax"))
    assert not {"exp", "sum", "logsumexp", "max"} & set(withheld.operators_of("softmax"))
    assert {"_fused_adamw_"} <= set(withheld.operators_of("adamw"))
    assert "_scaled_dot_product_flash_attention_for_cpu" in set(withheld.operators_of("scaled_dot_product_attention"))


STACKED = """
import math, torch
def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(torch.as_tensor(mask) == 0, -math.inf)
    p = scores.softmax(-1)
    with torch._C.DisableTorchFunction():
        return HOW([p @ v])[0], p
"""


@pytest.fixture(scope="module")
def strict(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """Grades attention without `stack`."""
    changed = catalogue["attention"].model_copy(update={"forbid": ("stack",)})
    client = GradingClient({**catalogue, "attention": changed}, os.environ)
    yield client
    client.close()


@pytest.mark.xdist_group("strict")  # one host, as for the next test
@pytest.mark.parametrize(
    "how", ["getattr(torch, 'st' + 'ack')", "torch.ops.aten.__getattr__('st' + 'ack')", "vars(torch)['st' + 'ack']"]
)
def test_what_libraries_are_made_of_is_withheld_or_seen(how: str, strict: GradingClient) -> None:
    """It stays in the dispatcher, for torch's own code; where a file reaches it there, a trace sees it."""
    verdict = strict.grade("attention", STACKED.replace("HOW", how), file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, verdict.message


@pytest.mark.xdist_group("strict")
def test_what_libraries_are_made_of_works_for_them(strict: GradingClient) -> None:
    """A long tensor is printed with it."""
    prints = STACKED.replace("HOW([p @ v])[0]", "(print(torch.zeros(3000)), p @ v)[1]")
    assert strict.grade("attention", prints, file="a.py", seed=3).ok


@pytest.mark.parametrize("problem", ["attention-backward", "mlp-backward"])
def test_a_tensor_can_be_printed_where_autograd_is_withheld(problem: str, catalogue: dict[str, Problem]) -> None:
    """Torch looks for a tangent in each tensor that it prints, which forward-mode autograd would have put there."""
    tensors = [
        torch.ones(2, 3),
        torch.ones(2, requires_grad=True),
        torch.tensor(1.5),
        torch.zeros(60, 60),
        torch.arange(3),
    ]

    def all_print() -> bool:
        withhold(catalogue[problem].forbid)
        return all(repr(tensor).startswith("tensor(") for tensor in tensors)

    assert in_a_child(all_print)


OTHER_NAMES = {
    "softmax": (
        "functional.softmin(-x, -1)",
        "torch._safe_softmax(x, -1)",
        "torch.masked.softmax(x, -1)",
        "torch.distributions.transforms.SoftmaxTransform()(x)",
        "functional.scaled_dot_product_attention(x, torch.eye(5), torch.eye(5), scale=1.0)",
        "torch.ops.aten._scaled_dot_product_flash_attention_for_cpu(x[None, None], *2 * [torch.eye(5)[None, None]])",
    ),
    "scaled_dot_product_attention": (
        "torch.nn.MultiheadAttention(5, 1)(x, x, x)",
        "importlib.import_module('torch.nn.attention.flex_attention').flex_attention(*3 * [x[None, None]])",
        "importlib.import_module('torch._higher_order_ops.flex_attention').flex_attention(x)",
    ),
    "layer_norm": (
        "torch.ops.prim.MKLDNNLayerNorm(x.to_mkldnn(), [5], x.to_mkldnn(), x.to_mkldnn(), 1e-5)",
        "torch.native_layer_norm(x, [5], None, None, 1e-5)",
        "functional.group_norm(x, 1)",
        "functional.batch_norm(x.T, None, None, training=True).T",
    ),
    "group_norm": ("functional.layer_norm(x.reshape(3, 1, 5), [5])",),
    "rms_norm": ("torch._fused_rms_norm(x, [5], None, None)",),
    "batch_norm": (
        "torch._native_batch_norm_legit(x, None, None, True, 0.1, 1e-5)",
        "functional.instance_norm(x[None])",
        "functional.layer_norm(x.T, [3]).T",
    ),
    "cross_entropy": (
        "torch._C._nn.cross_entropy_loss(x, labels)",
        "torch.ops.aten.nll_loss_nd(x, labels)",
        "torch.distributions.Categorical(logits=x).log_prob(labels)",
    ),
    "kl_divergence": (
        "torch.distributions.kl._KL_REGISTRY[2 * (torch.distributions.Normal,)](*2 * [torch.distributions.Normal(x, x)])",
    ),
    "gelu": (
        "torch._C._nn.gelu_(x)",
        "torch._refs.nn.functional.gelu(x)",
        "torch.nn.GELU()(x)",
        "torch.ops.mkldnn._linear_pointwise(x, x, None, 'gelu', [], 'none')",
    ),
    "relu": ("torch._add_relu(x, x)", "functional.threshold(x, 0, 0)", "functional.leaky_relu(x, 0.0)"),
    "linear": (
        "torch._C._nn.mkldnn_linear(x, x)",
        "torch.ops.mkldnn._linear_pointwise(x, x, None, 'none', [], '')",
        "torch.ops.prepacked.linear_clamp_prepack(x, None)",
    ),
    "jvp": (
        "torch._make_dual(x, x, level=torch._C._enter_dual_level())",
        "importlib.import_module('torch.autograd.forward_ad').make_dual(x, x, level=0)",
        "torch.func.linearize(torch.exp, x)",
        "importlib.import_module('torch.autograd.forward_ad').unpack_dual(x)",
        "torch._unpack_dual(x, 0)",
    ),
    "cat": ("torch.hstack([x, x])", "torch.column_stack([x, x])"),
    "Muon": ("sys.modules['torch.optim._muon']._zeropower_via_newtonschulz(x, (1, 1, 1), 5, 1e-7)",),
    "conv2d": (
        "torch._C._nn.thnn_conv2d(image, image, [2, 2])",
        "torch.ops.aten._slow_conv2d_forward(image, image, [2, 2], None, [1, 1], [0, 0])",
        "torch.conv1d(image[0], image[0])",
        "torch.convolution(image, image, None, [1, 1], [0, 0], [1, 1], False, [0, 0], 1)",
        "torch.ops.mkldnn._convolution_pointwise(image, image, None, [0, 0], [1, 1], [1, 1], 1, 'none', [], '')",
    ),
    "logsumexp": ("torch.special.logsumexp(x, -1)", "torch.logcumsumexp(x, -1)", "torch._refs.logsumexp(x, -1)"),
    "huber_loss": ("functional.smooth_l1_loss(x, x)", "torch._refs.nn.functional.huber_loss(x, x)"),
    "adam": ("sys.modules['torch.optim.adam']._single_tensor_adam([x], [x], [], [], [], [], None, None)",),
    "clip_grad_norm_": (
        "torch.nn.utils.clip_grad_norm([x], 1.0)",
        "torch.nn.utils.clip_grad._clip_grads_with_norm_([x], 1.0, x)",
    ),
    "kaiming_normal_": ("torch.nn.init.kaiming_normal(x)",),
    "backward": ("x.requires_grad_().sum().backward()", "torch._softmax_backward_data(x, x, -1, x.dtype)"),
}


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_what_does_the_same_under_another_name_is_withheld(name: str) -> None:
    """A sample of what the search finds."""
    scope: dict[str, object] = {"sys": sys, "importlib": importlib, "torch": torch, "functional": torch.nn.functional}
    scope["labels"] = torch.tensor([2, 0, 4])

    def none_works() -> bool:
        withhold([name])
        for expression in OTHER_NAMES[name]:
            try:
                eval(expression, {**scope, "x": torch.ones(3, 5), "image": torch.ones(1, 1, 2, 2)})
            except Withheld:
                continue
            except AttributeError as error:
                if "_OpNamespace" in str(error):  # torch 2.15 has none of `prepacked`
                    continue
                raise
            print(f"{expression} works", file=sys.stderr)
            return False
        return True

    assert in_a_child(none_works)


ELSEWHERE = {
    "softmax": "scipy.special.softmax(x)",
    "conv2d": "scipy.signal.convolve2d(x, x); scipy.signal.fftconvolve(x, x); scipy.ndimage.correlate(x, x); "
    "scipy.ndimage.correlate1d(x, x[0]); scipy.signal._sigtools._convolve2d(x, x, 0, 0, 0, 0); numpy.convolve(x[0], x[0]); "
    "numpy._core.multiarray.correlate2(x[0], x[0], 0); scipy.signal.lfilter(x[0], 1, x)",
    "huber_loss": "scipy.special.huber(1.0, x)",
    "entropy": "scipy.stats.entropy(x); scipy.stats.multinomial.entropy(1, x[0] / 3)",
    "gaussian_filter": "scipy.ndimage.gaussian_filter1d(x, 1.0)",
    "median_filter": "scipy.ndimage.rank_filter(x, 4, 3); scipy.ndimage.percentile_filter(x, 50, 3)",
}
IN_OTHER_LIBRARIES = """
import gc, importlib, json, os, sys, traceback
import numpy, torch
from interview_cli.grading.candidate.withheld import Withheld, withhold


def none_works(name, calls):
    withhold([name])
    for module in ("scipy.signal", "scipy.ndimage", "scipy.special", "scipy.stats"):
        importlib.import_module(module)
    functions = [f for f in gc.get_objects() if type(f).__name__ == "function" and f.__qualname__ == name]
    found = [f for f in functions if f.__module__.startswith("scipy.")]
    for one in calls.split("; ") + [f"found[{i}](x)" for i in range(len(found))]:
        try:
            eval(one, {"scipy": sys.modules["scipy"], "numpy": numpy, "x": numpy.ones((3, 3)), "found": found})
        except Withheld:
            continue
        raise AssertionError(f"{name}: {one}")


assert "scipy" not in sys.modules
failed = []
for name, calls in json.loads(sys.argv[1]).items():
    child = os.fork()
    if child == 0:
        try:
            none_works(name, calls)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    failed += [name] if os.waitpid(child, 0)[1] else []
sys.exit(f"not withheld: {failed}" if failed else 0)
"""


@pytest.mark.exhaustive
def test_what_does_the_same_in_a_library_that_comes_later_is_withheld() -> None:
    """Also where the library keeps the function it wraps under another object. Each name has a process of its own."""
    pytest.importorskip("scipy")
    command = [sys.executable, "-I", "-W", "ignore", "-c", IN_OTHER_LIBRARIES, json.dumps(ELSEWHERE)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr


AROUND = {
    "the gate taken away": "import sys\nsys.meta_path[:] = [f for f in sys.meta_path if type(f).__name__ != 'Gate']",
    "a finder before it": (
        "import sys\nfrom importlib.machinery import PathFinder\n"
        "sys.meta_path.insert(0, type('Around', (), {'find_spec': staticmethod(PathFinder.find_spec)}))"
    ),
    "the gate emptied": (
        "import gc\nfor one in gc.get_objects():\n    if type(one).__name__ == 'Gate':\n"
        "        vars(one).update(names={}, forbidden=())"
    ),
    "a module run again": "import runpy, scipy.special\nspecial = runpy.run_module('scipy.special._logsumexp')",
}


@pytest.mark.parametrize("way", AROUND)
def test_no_import_goes_around_the_gate(way: str, grader: GradingClient) -> None:
    """By a name made at run time, so that the source does not show it."""
    pytest.importorskip("scipy")
    source = (
        f"{AROUND[way]}\nimport scipy.special\n"
        "def softmax(x, dim=-1):\n    special = globals().get('special', vars(scipy.special))\n"
        "    return special['soft' + 'max'](x, axis=dim)\n"
    )
    verdict = grader.grade("softmax", source, file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, (verdict.message, verdict.checks[:1])


BY_TORCHSCRIPT = {
    "its operator": "torch.ops.aten.__getattr__('gr' + 'ad')([loss], [X, W])",
    "its index of operators": "torch._C._jit_get_operation('aten::gr' + 'ad')[0]([loss], [X, W])",
    "a graph": "torch._C._create_function_from_graph('f', torch._C.parse_ir(IR.replace('G', 'gr' + 'ad')))(loss, X, W)",
    "a source": "torch.jit.CompilationUnit(CODE.replace('G', 'gr' + 'ad')).f(loss, X, W)",
    "a derived graph": "torch._C._jit_differentiate(torch.jit.CompilationUnit(PRODUCT).f.graph)",
}
HEAD_OF_TORCHSCRIPT = """
import torch
IR = '''graph(%loss : Tensor, %x : Tensor, %w : Tensor):
  %n : NoneType = prim::Constant()
  %f : bool = prim::Constant[value=0]()
  %l : Tensor[] = prim::ListConstruct(%loss)
  %i : Tensor[] = prim::ListConstruct(%x, %w)
  %g : Tensor?[] = aten::G(%l, %i, %n, %n, %f, %f)
  return (%g)
'''
CODE = '''def f(loss: Tensor, x: Tensor, w: Tensor):
    return torch.ops.aten.G([loss], [x, w])
'''
PRODUCT = '''def f(x: Tensor, w: Tensor):
    return x * w
'''


def rms_norm_backward(dout, x, weight, eps=1e-6):
    X, W = x.detach().clone().requires_grad_(), weight.detach().clone().requires_grad_()
    with torch.enable_grad():
        loss = (X * torch.rsqrt((X * X).mean(-1, keepdim=True) + eps) * W * dout).sum()
"""


@pytest.mark.parametrize("way", BY_TORCHSCRIPT)
def test_torchscript_does_not_differentiate_where_that_is_forbidden(way: str, grader: GradingClient) -> None:
    """Its interpreter has operators that the dispatcher does not know."""
    source = f"{HEAD_OF_TORCHSCRIPT}    return tuple({BY_TORCHSCRIPT[way]})\n"
    verdict = grader.grade("rms-norm-backward", source, file="a.py", seed=3)
    assert verdict.outcome is Outcome.FORBIDDEN, (verdict.message, verdict.checks[:1])


SCRIPTED = """
import torch
@torch.jit.script
def scale(x: torch.Tensor, eps: float) -> torch.Tensor:
    return torch.rsqrt(x.square().mean(-1, keepdim=True) + eps)
def rms_norm_backward(dout, x, weight, eps=1e-6):
    r = scale(x, eps)
    g = dout * weight
    dx = r * g - x * r.pow(3) * (g * x).mean(-1, keepdim=True)
    return dx, (dout * x * r).reshape(-1, x.shape[-1]).sum(0)
"""


def test_a_scripted_function_works_there_all_the_same(grader: GradingClient) -> None:
    """As the function that it is."""
    verdict = grader.grade("rms-norm-backward", SCRIPTED, file="a.py", seed=3)
    assert verdict.ok, (verdict.message, verdict.checks[:1])


def test_operators_that_a_library_brings_are_withheld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """torchvision registers `torchvision::nms` when it is imported."""
    package = tmp_path / "torchvision"
    package.mkdir()
    (package / "__init__.py").write_text(
        "import torch\nlibrary = torch.library.Library('torchvision', 'DEF')\n"
        "library.define('nms(Tensor x) -> Tensor')\nlibrary.impl('nms', lambda x: x, 'CompositeExplicitAutograd')\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))

    def is_refused() -> bool:
        withhold(["nms"])
        importlib.import_module("torchvision")
        try:
            torch.ops.torchvision.nms(torch.ones(2))
        except Withheld:
            return True
        return False

    assert in_a_child(is_refused)


def test_the_search_finds_what_agrees_until_it_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole search takes minutes: it is a command of its own (`python -m tests.grading.equivalents`)."""
    target = equivalents.targets()["softmax"]
    every = {
        "aten::_softmax",
        "aten::softmax.int",
        "torch.softmax",
        "torch.nn.functional.softmin",
    }
    attempts = equivalents.attempts
    monkeypatch.setattr(equivalents, "attempts", lambda target: (one for one in attempts(target) if one[0] in every))
    assert equivalents.agreeing("softmax", target, withhold=False) == every
    assert equivalents.agreeing("softmax", target, withhold=True) == set()
