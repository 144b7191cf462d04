"""One step of AdamW (Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2; Adam: Kingma & Ba 2015, arXiv:1412.6980).

    m ← β₁ m + (1 - β₁) g        v ← β₂ v + (1 - β₂) g²
    m̂ = m / (1 - β₁ᵗ)            v̂ = v / (1 - β₂ᵗ)            t = 1, 2, ...
    θ ← θ - η λ θ - η m̂ / (√v̂ + ε)

m and v start at 0, so early averages are too small by the factor 1 - βᵗ. The decay λ acts on θ itself and never enters m and v:
inside the gradient (Adam with L2) it would be divided by √v̂ too. The paper multiplies λ by the schedule alone; PyTorch and
this page by the whole learning rate η.

param, grad: one shape, left as they are. state: {} before the first step; `step`, `m`, `v` are written into it.
Returns: the new parameter; nothing is recorded for autograd.
"""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Ref, Scenario, Slip, World, expect


@torch.no_grad()
def adamw_step(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> Tensor:
    """The parameter after the step; `state` moves on with it."""
    if not state:
        state.update(step=0, m=torch.zeros_like(param), v=torch.zeros_like(param))
    t: int = state["step"] + 1
    beta1, beta2 = betas
    m: Tensor = beta1 * state["m"] + (1 - beta1) * grad
    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2
    state.update(step=t, m=m, v=v)
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)


# ----------------------------------------------------------------------------------------------------------------------


def steps(
    world: World, param: Tensor, grads: list[Tensor], label: str = "", **options: Any
) -> Iterator[tuple[str, Any]]:
    """Several steps of one parameter: what comes back, the state, and whether param and grad stayed."""
    state = world.keep({})
    for number, grad in enumerate(grads, start=1):
        before, slope = world.keep(param), world.keep(grad)
        param = world.call("adamw_step", before, slope, state, **options)
        now = world.value(state)
        yield f"{label}the parameter after step {number}", param
        for key in ("step", "m", "v"):
            yield f"{label}state[{key!r}] after step {number}", now.get(key) if isinstance(now, dict) else None
        yield f"{label}param, not to be modified, after step {number}", world.value(before)
        yield f"{label}grad, not to be modified, after step {number}", world.value(slope)


def defaults(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [draw.normal(2, 3) for _ in range(2)]
    yield from steps(world, draw.normal(2, 3, scale=1e-3), grads)


def every_option(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [draw.normal(4, 3, scale=scale) for scale in (1.0, 0.2, 3.0)]
    options: dict[str, Any] = {"lr": 0.1, "betas": (0.7, 0.9), "eps": 0.05, "weight_decay": 0.4}
    yield from steps(world, draw.normal(4, 3), grads, **options)


def tiny_gradients(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    grads = [1e-8 * draw.uniform(5, low=0.5, high=2.0) for _ in range(3)]
    yield from steps(world, draw.normal(5, scale=0.1), grads, lr=0.1)


def large_weights(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    """Only the parameter: twenty steps let the default decay outgrow the tolerance."""
    param, state = draw.normal(3, 2, scale=50.0), world.keep({})
    for _ in range(20):
        param = world.call("adamw_step", param, draw.normal(3, 2), state)
    yield "the parameter after 20 steps", param


def no_decay(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    yield from steps(world, draw.normal(7), [draw.normal(7) for _ in range(2)], lr=0.05, weight_decay=0.0)


def two_parameters(world: World, draw: Draw) -> Iterator[tuple[str, Any]]:
    """In turn, each with a state of its own."""
    runs = [
        steps(world, draw.normal(*shape), [draw.normal(*shape) for _ in range(2)], f"{name}: ", lr=0.2)
        for name, shape in (("first", (2, 5)), ("second", (3,)))
    ]
    for pair in zip(*runs, strict=True):
        yield from pair


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one step", (draw.normal(2, 3), draw.normal(2, 3), {}), {"lr": 0.1, "weight_decay": 0.3})
    for name, run in (
        ("two steps with the defaults", defaults),
        ("three steps, every option given", every_option),
        ("gradients near eps", tiny_gradients),
        ("large weights, default decay", large_weights),
        ("no decay", no_decay),
        ("two parameters in turn", two_parameters),
    ):
        yield Scenario(name, run)


def reach(world: World, ref: Ref, method: str, key: str) -> Ref:
    """What a method of a kept object returns, kept as it is."""
    return world.new((ref, method), key)


def nothing_is_recorded(world: World, draw: Draw) -> None:
    """Asked of a parameter that requires a gradient; an answer in NumPy cannot take one."""
    model = world.module({"weight": draw.normal(2, 3)}, {})
    weight, grad = reach(world, model, "get_parameter", "weight"), draw.normal(2, 3)
    if world.raised("adamw_step", weight, grad, {}) is not None:
        return
    result = world.new("adamw_step", weight, grad, {})
    if result.type_name in ("Tensor", "Parameter"):
        message = "the new parameter hangs on the old one in autograd's graph: use torch.no_grad()"
        expect(bool(world.get(result, "is_leaf")), message, "autograd")
        kept = world.keep(grad)
        world.new((kept, "requires_grad_"))
        of_a_graph = world.new("adamw_step", draw.normal(2, 3), kept, {})
        message = "the new parameter hangs on a gradient that has a graph of its own: use torch.no_grad()"
        expect(bool(world.get(of_a_graph, "is_leaf")), message, "autograd-of-the-gradient")


def rebinds_state(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> Tensor:
    t: int = state.get("step", 0) + 1
    m: Tensor = betas[0] * state.get("m", 0) + (1 - betas[0]) * grad
    v: Tensor = betas[1] * state.get("v", 0) + (1 - betas[1]) * grad**2
    state = {"step": t, "m": m, "v": v}
    m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    return (param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)).detach()


RETURNED = "return param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)"


@torch.no_grad()
def names_of_torch(
    param: Tensor,
    grad: Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> Tensor:
    t = state.get("step", 0) + 1
    m = betas[0] * state.get("exp_avg", torch.zeros_like(grad)) + (1 - betas[0]) * grad
    v = betas[1] * state.get("exp_avg_sq", torch.zeros_like(grad)) + (1 - betas[1]) * grad**2
    state.update(step=t, exp_avg=m, exp_avg_sq=v)
    m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    stepped: Tensor = param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)
    return stepped


PROBLEM = Problem(
    id="adamw-step",
    entries=(adamw_step,),
    cases=cases,
    laws=(Law("nothing is recorded for autograd", nothing_is_recorded),),
    grad=False,
    inputs_may_change=True,
    slips=(
        Slip(
            "l2-in-gradient",
            't: int = state["step"] + 1',
            't: int = state["step"] + 1\n    grad, weight_decay = grad + weight_decay * param, 0.0',
            "The decay is added to the gradient, which is Adam with L2: it then enters m and v and is divided by the root "
            "of v. Take lr * weight_decay * param off the parameter itself.",
        ),
        Slip(
            "decay-without-lr",
            "lr * weight_decay * param",
            "weight_decay * param",
            "The decay is not scaled by the learning rate: the factor on the parameter is 1 - lr * weight_decay.",
        ),
        Slip(
            "decay-after",
            RETURNED,
            "return (param - lr * m_hat / (v_hat.sqrt() + eps)) * (1 - lr * weight_decay)",
            "You decay the parameter after the Adam step, so the step is decayed too; it acts on the old parameter.",
        ),
        Slip(
            "no-decay",
            "param - lr * weight_decay * param",
            "param",
            "weight_decay is not used: this is Adam.",
        ),
        Slip(
            "no-bias-correction",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m\n    v_hat = v",
            "The bias correction is missing: divide m by 1 - beta1^t and v by 1 - beta2^t, t counted from 1.",
        ),
        Slip(
            "one-correction",
            "v / (1 - beta2**t)",
            "v",
            "Only m is corrected for its start at zero; v needs 1 - beta2^t too.",
        ),
        Slip(
            "step-before-increment",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m / torch.tensor(1 - beta1 ** (t - 1))\n    v_hat = v / torch.tensor(1 - beta2 ** (t - 1))",
            "The bias correction uses the step before it is increased: 0 at first, which divides by zero.",
        ),
        Slip(
            "eps-in-root",
            "(v_hat.sqrt() + eps)",
            "(v_hat + eps).sqrt()",
            "eps stands under the root, where it acts like sqrt(eps) = 1e-4; add it after the root.",
        ),
        Slip(
            "eps-before-correction",
            "/ (v_hat.sqrt() + eps)",
            "/ ((v.sqrt() + eps) / (1 - beta2**t) ** 0.5)",
            "eps is added to the root of v before the bias correction, which scales it up; add it to the root of v_hat.",
        ),
        Slip("no-root", "v_hat.sqrt()", "v_hat", "The root over v_hat is missing."),
        Slip(
            "betas-swapped",
            "beta1, beta2 = betas",
            "beta2, beta1 = betas",
            "The betas are swapped: the first belongs to m, the second to v.",
        ),
        Slip(
            "step-not-stored",
            "state.update(step=t, m=m, v=v)",
            "state.update(m=m, v=v)",
            "state['step'] stays at 0, so that every step is corrected as if it were the first: store the new count.",
        ),
        Slip(
            "corrected-moments-stored",
            "    return param - lr",
            "    state.update(m=m_hat, v=v_hat)\n    return param - lr",
            "The state keeps the corrected moments, so later steps correct them again; store m and v as they are.",
        ),
        Slip(
            "default-decay",
            "weight_decay: float = 0.01",
            "weight_decay: float = 0.0",
            "The default of weight_decay is 0.01; yours is 0.",
        ),
        FunctionSlip(
            "state-rebound",
            {"adamw_step": rebinds_state},
            "You make a new dict, so the caller's stays empty and every step is the first: write into the one given.",
        ),
        Slip(
            "param-in-place",
            RETURNED,
            "return param.mul_(1 - lr * weight_decay).sub_(lr * m_hat / (v_hat.sqrt() + eps))",
            "You change param in place; return a new tensor and leave param as it was.",
        ),
        Slip(
            "records-autograd",
            "@torch.no_grad()\n",
            "",
            "The step is recorded for autograd, so every step hangs on all before it: decorate with torch.no_grad().",
        ),
        Slip(
            "moments-start-with-the-gradient",
            "m=torch.zeros_like(param), v=torch.zeros_like(param)",
            "m=grad.clone(), v=grad**2",
            "The moments start with the first gradient; they start at 0, and the bias correction makes up for that.",
        ),
        Slip(
            "gradient-not-weighted",
            '+ (1 - beta1) * grad\n    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2',
            '+ grad\n    v: Tensor = beta2 * state["v"] + grad**2',
            "The gradient enters the moments without 1 - beta, as in momentum SGD; they are averages.",
        ),
        Slip(
            "correction-without-t",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m / (1 - beta1)\n    v_hat = v / (1 - beta2)",
            "The bias correction divides by 1 - beta at every step; it is 1 - beta^t, with the count of steps t.",
        ),
        Slip(
            "correction-times-t",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m / (1 - beta1 * t)\n    v_hat = v / (1 - beta2 * t)",
            "The bias correction has beta * t; it is a power, 1 - beta**t.",
        ),
        Slip(
            "largest-moment-kept",
            "    state.update(step=t, m=m, v=v)",
            '    v = v.maximum(state["v"])\n    state.update(step=t, m=m, v=v)',
            "The second moment never falls, like the maximum that AMSGrad divides by; in AdamW it is the plain average.",
        ),
        FunctionSlip(
            "names-of-torch",
            {"adamw_step": names_of_torch},
            "The moments stand in the state under the names of torch.optim, exp_avg and exp_avg_sq; they are "
            "asked for as m and v.",
        ),
        Slip(
            "weights-of-the-moments-exchanged",
            'm: Tensor = beta1 * state["m"] + (1 - beta1) * grad\n'
            '    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2',
            'm: Tensor = (1 - beta1) * state["m"] + beta1 * grad\n'
            '    v: Tensor = (1 - beta2) * state["v"] + beta2 * grad**2',
            "beta and 1 - beta are exchanged in both moments: beta belongs to what is kept, 1 - beta to the new "
            "gradient.",
        ),
        Slip(
            "moments-not-kept",
            'm: Tensor = beta1 * state["m"] + (1 - beta1) * grad\n'
            '    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2',
            "m = (1 - beta1) * grad\n    v = (1 - beta2) * grad**2",
            "The old moments are lost at every step: m = beta1 m + (1 - beta1) g, and v likewise.",
        ),
        Slip(
            "update-returned",
            "return param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)",
            "return -lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)",
            "The change is returned; return the new parameter, param plus this change.",
        ),
        Slip(
            "decay-in-the-numerator",
            "return param - lr * weight_decay * param - lr * m_hat / (v_hat.sqrt() + eps)",
            "return param - lr * (m_hat + weight_decay * param) / (v_hat.sqrt() + eps)",
            "The decay is divided by sqrt(v_hat) too; decoupled, it acts on the parameter alone: lr * "
            "weight_decay * param.",
        ),
        Slip(
            "decay-of-matrices-alone",
            "param - lr * weight_decay * param",
            "param - lr * (weight_decay if param.ndim > 1 else 0.0) * param",
            "A parameter with a single axis (a bias, the gain of a norm) is left without decay, as training "
            "scripts choose it by groups; the step itself decays whatever parameter it is given.",
        ),
        Slip(
            "decay-in-place",
            "return param - lr * weight_decay * param - lr",
            "param.mul_(1 - lr * weight_decay)\n    return param - lr",
            "The decay is written into the caller's param, as mul_ does also through detach() or .data, which share its memory: "
            "make a new tensor, param * (1 - lr * weight_decay).",
        ),
        Slip(
            "gradient-taken-for-the-moment",
            'm: Tensor = beta1 * state["m"] + (1 - beta1) * grad\n'
            '    v: Tensor = beta2 * state["v"] + (1 - beta2) * grad**2',
            'm = beta1 * state["m"] + (1 - beta1) * grad\n'
            '    v = beta2 * state["v"] + (1 - beta2) * grad**2\n'
            "    if t == 1:\n"
            "        grad.copy_(m)",
            "The first step scales the caller's grad by 1 - beta1, as where m starts as grad itself and is changed in place: "
            "start from zeros, or clone.",
        ),
        Slip(
            "correction-with-default-betas",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m / (1 - 0.9**t)\n    v_hat = v / (1 - 0.999**t)",
            "The bias correction has 0.9 and 0.999 whatever betas says: it is 1 - beta1^t and 1 - beta2^t.",
        ),
        Slip(
            "corrections-exchanged",
            "m / (1 - beta1**t)\n    v_hat = v / (1 - beta2**t)",
            "m / (1 - beta2**t)\n    v_hat = v / (1 - beta1**t)",
            "The bias corrections are exchanged: m is divided by 1 - beta1^t, v by 1 - beta2^t.",
        ),
        Slip(
            "no-eps",
            "(v_hat.sqrt() + eps)",
            "v_hat.sqrt()",
            "eps is not used: it is added to the root of v_hat, and counts for gradients as small as itself.",
        ),
        Slip(
            "nesterov",
            "return param - lr * weight_decay * param - lr * m_hat /",
            "m_hat = beta1 * m_hat + (1 - beta1) * grad / (1 - beta1**t)\n"
            "    return param - lr * weight_decay * param - lr * m_hat /",
            "The step looks ahead, beta1 m_hat plus the corrected gradient, as in NAdam; AdamW steps along m_hat itself.",
        ),
        Slip(
            "deviation-from-the-mean-squared",
            "(1 - beta2) * grad**2",
            "(1 - beta2) * (grad - m) ** 2",
            "The second moment averages (g - m)^2, as AdaBelief has it; here it averages g^2, not the variance.",
        ),
    ),
)
