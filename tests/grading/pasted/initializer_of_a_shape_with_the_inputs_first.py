# problem: kaiming-init
# says: your shape is (fan_in, fan_out), and your result is turned
class Initializer(ABC):
    @abstractmethod
    def __call__(self, shape):
        raise NotImplementedError

    def fans(self, shape):
        n_in = shape[0] if len(shape) == 2 else np.prod(shape[1:])
        return n_in, shape[-1]


class XavierNormal(Initializer):
    def __call__(self, shape):
        fan_in, fan_out = self.fans(shape)
        return np.random.normal(0.0, np.sqrt(2.0 / (fan_in + fan_out)), size=shape)


class HeNormal(Initializer):
    def __init__(self, seed=None):
        self.rng = np.random.default_rng(seed)

    def __call__(self, shape):
        fan_in, _ = self.fans(shape)
        return self.rng.normal(0.0, np.sqrt(2.0 / fan_in), size=shape)
