# problem: gelu
# says: left out, not defined here: @jaxtyped, @typechecked
@typechecked
@jaxtyped(typechecker=typechecker)
def gelu(x: Float[Tensor, "b d"]) -> Float[Tensor, "b d"]:
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
