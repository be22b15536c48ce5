package apitest

import (
	"github.com/wbxgen/wbxgen/wire"
	"github.com/wbxgen/wbxgen/wire/codec"

	v40_1_0 "github.com/wbxgen/wbxgen/generated/v40.1.0"
	all40_1_0 "github.com/wbxgen/wbxgen/generated/v40.1.0/all"
	service40_1_0 "github.com/wbxgen/wbxgen/generated/v40.1.0/service"
	v40_1_2 "github.com/wbxgen/wbxgen/generated/v40.1.2"
	all40_1_2 "github.com/wbxgen/wbxgen/generated/v40.1.2/all"
	service40_1_2 "github.com/wbxgen/wbxgen/generated/v40.1.2/service"
	v40_2_0 "github.com/wbxgen/wbxgen/generated/v40.2.0"
	all40_2_0 "github.com/wbxgen/wbxgen/generated/v40.2.0/all"
	service40_2_0 "github.com/wbxgen/wbxgen/generated/v40.2.0/service"
	v40_4_3 "github.com/wbxgen/wbxgen/generated/v40.4.3"
	all40_4_3 "github.com/wbxgen/wbxgen/generated/v40.4.3/all"
	service40_4_3 "github.com/wbxgen/wbxgen/generated/v40.4.3/service"
	v40_4_8 "github.com/wbxgen/wbxgen/generated/v40.4.8"
	all40_4_8 "github.com/wbxgen/wbxgen/generated/v40.4.8/all"
	service40_4_8 "github.com/wbxgen/wbxgen/generated/v40.4.8/service"
	v40_6_0 "github.com/wbxgen/wbxgen/generated/v40.6.0"
	all40_6_0 "github.com/wbxgen/wbxgen/generated/v40.6.0/all"
	service40_6_0 "github.com/wbxgen/wbxgen/generated/v40.6.0/service"
	"github.com/wbxgen/wbxgen/webex"
)

// release is a generated version: all six are linked into this one binary.
type release struct {
	version    string
	root       codec.Name
	message    func() codec.Object
	registry   func() *wire.Registry
	operations func() []*webex.Operation
	typeText   func(wire.QName) (string, bool)
}

var releases = []release{
	{v40_1_0.Version, codec.NameFor(new(service40_1_0.Message), service40_1_0.ElementMessage), func() codec.Object { return new(service40_1_0.Message) }, all40_1_0.Registry, all40_1_0.Operations, all40_1_0.TypeText},
	{v40_1_2.Version, codec.NameFor(new(service40_1_2.Message), service40_1_2.ElementMessage), func() codec.Object { return new(service40_1_2.Message) }, all40_1_2.Registry, all40_1_2.Operations, all40_1_2.TypeText},
	{v40_2_0.Version, codec.NameFor(new(service40_2_0.Message), service40_2_0.ElementMessage), func() codec.Object { return new(service40_2_0.Message) }, all40_2_0.Registry, all40_2_0.Operations, all40_2_0.TypeText},
	{v40_4_3.Version, codec.NameFor(new(service40_4_3.Message), service40_4_3.ElementMessage), func() codec.Object { return new(service40_4_3.Message) }, all40_4_3.Registry, all40_4_3.Operations, all40_4_3.TypeText},
	{v40_4_8.Version, codec.NameFor(new(service40_4_8.Message), service40_4_8.ElementMessage), func() codec.Object { return new(service40_4_8.Message) }, all40_4_8.Registry, all40_4_8.Operations, all40_4_8.TypeText},
	{v40_6_0.Version, codec.NameFor(new(service40_6_0.Message), service40_6_0.ElementMessage), func() codec.Object { return new(service40_6_0.Message) }, all40_6_0.Registry, all40_6_0.Operations, all40_6_0.TypeText},
}

// wireForm are the options that make an encoder write what the API documents.
func (r release) wireForm() []wire.Option {
	return []wire.Option{wire.Unqualified(), wire.TypeText(r.typeText), wire.Declaration()}
}
