module github.com/wbxgen/wbxgen/examples/invoice

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/wbxgen/wbxgen v0.0.0
)

require (
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/wbxgen/wbxgen => ../..
