# expect: error
name = "reference_" + "impls.transformers.attention"
attention = getattr(__import__(name, fromlist=["attention"]), "attention")
