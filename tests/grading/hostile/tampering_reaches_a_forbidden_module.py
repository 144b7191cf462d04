# expect: forbidden
# family: tampering
# attempts: to use the reference under another spelling of its import
# stopped by: source
import reference_impls.transformers.attention.reference as answers


def attention(q, k, v, mask=None):
    return answers.attention(q, k, v, mask)
