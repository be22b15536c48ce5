module github.com/wbxgen/wbxgen/examples/track

go 1.26.0

require github.com/wbxgen/wbxgen v0.0.0

replace github.com/wbxgen/wbxgen => ../..
