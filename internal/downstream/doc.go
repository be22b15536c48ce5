// Package downstream is test support: modules of people who use wbxgen, each
// made from an empty folder by a script in testdata.
//
// It owns the proxy of files that stands for the network, with this repository
// as a released module.
package downstream
