# problem: softmax
# says: logger, which the logging library gives
def saved(numbers: list[float], path: Path) -> None:
    path.write_text(json.dumps(numbers))


@jaxtyping.jaxtyped(typechecker=None)
def softmax(x: jaxtyping.Float[torch.Tensor, "... n"], dim: int = -1) -> jaxtyping.Float[torch.Tensor, "... n"]:
    logger.debug("softmax along %d", dim)
    e = (x - x.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
