module github.com/wbxgen/wbxgen/examples/parcels

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/wbxgen/wbxgen v0.0.0
)

replace github.com/wbxgen/wbxgen => ../..
