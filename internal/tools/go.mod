// Judges and tools that need modules which the program does not: who installs
// wbxgen, or keeps it as a tool in go.mod, has none of them in go.sum.
module github.com/wbxgen/wbxgen/internal/tools

go 1.26.0

require (
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/google/go-cmp v0.7.0
	github.com/owenrumney/go-sarif/v3 v3.3.1
	github.com/spf13/cobra v1.10.2
	github.com/wbxgen/wbxgen v0.0.0
	github.com/xeipuuv/gojsonschema v1.2.0
	go.yaml.in/yaml/v3 v3.0.6
	golang.org/x/exp v0.0.0-20261113113407-e3970619a1a4
)

require golang.org/x/mod v0.42.0 // indirect

require (
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/cpuguy83/go-md2man/v2 v2.0.6 // indirect
	github.com/dave/jennifer v1.7.1 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
	github.com/russross/blackfriday/v2 v2.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
	github.com/wbxgen/wbxgen/examples/article v0.0.0
	github.com/wbxgen/wbxgen/examples/catalog v0.0.0
	github.com/wbxgen/wbxgen/examples/feed v0.0.0
	github.com/wbxgen/wbxgen/examples/invoice v0.0.0
	github.com/wbxgen/wbxgen/examples/page v0.0.0
	github.com/wbxgen/wbxgen/examples/parcels v0.0.0
	github.com/wbxgen/wbxgen/examples/payment v0.0.0
	github.com/wbxgen/wbxgen/examples/settings v0.0.0
	github.com/wbxgen/wbxgen/examples/shop v0.0.0
	github.com/wbxgen/wbxgen/examples/track v0.0.0
	github.com/xeipuuv/gojsonpointer v0.0.0-20180127040702-4e3ac2762d5f // indirect
	github.com/xeipuuv/gojsonreference v0.0.0-20180127040603-bd5ef7bd5415 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.47.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	golang.org/x/tools v0.52.1-0.20261106145633-d407941a339a // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

replace github.com/wbxgen/wbxgen => ../..

tool honnef.co/go/tools/cmd/staticcheck

replace github.com/wbxgen/wbxgen/examples/article => ../../examples/article

replace github.com/wbxgen/wbxgen/examples/catalog => ../../examples/catalog

replace github.com/wbxgen/wbxgen/examples/feed => ../../examples/feed

replace github.com/wbxgen/wbxgen/examples/invoice => ../../examples/invoice

replace github.com/wbxgen/wbxgen/examples/page => ../../examples/page

replace github.com/wbxgen/wbxgen/examples/parcels => ../../examples/parcels

replace github.com/wbxgen/wbxgen/examples/payment => ../../examples/payment

replace github.com/wbxgen/wbxgen/examples/settings => ../../examples/settings

replace github.com/wbxgen/wbxgen/examples/shop => ../../examples/shop

replace github.com/wbxgen/wbxgen/examples/track => ../../examples/track
