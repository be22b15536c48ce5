package goname

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// What parts of namespaces are: versions, such as v2, 1.0, 2012-08-31, D20A or
// 2_0RC1; names with a version behind them, such as common-1 (a digit that nothing
// separates, as in neuroml2, belongs to the name); and those of ISO 20022, where
// camt.110.001.01 is the first version of the message camt.110.
var (
	versionPart  = lazy(`^(?i:v|version|r|rel|release|d|rc)?[._-]?[0-9]+[a-zA-Z]?([._-]?[0-9]+)*([._-]?(?i:rc|beta|alpha|draft|cr|wd)[0-9]*)?$|^(?i:[a-z]*edition[0-9]+|latest|draft|current)$`)
	behind       = lazy(`[._-](?i:v|version|r)?([0-9]{1,2}|[0-9]{4,8})([._-][0-9]{1,2})*([._-]?(?i:rc|beta|alpha|draft)[0-9]*)?$`)
	schemaBehind = lazy(`Schema$|[._-](?i:schema)$`)
	datePrefix   = lazy(`^.*[._-]?(?:19|20)[0-9]{2}(?:[0-9]{2}){0,2}[._-]`)
	message      = lazy(`^([a-z]{4})\.([0-9]{3})\.([0-9]{3}\.[0-9]{2})$`)
)

func lazy(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// general are parts that say nothing about the one namespace.
var general = strings.Fields("schema schemas namespace namespaces ns xmlns xsd xsds type types names tc urn www http https uri")

func isGeneral(part string) bool { return slices.Contains(general, strings.ToLower(part)) }

// namespaceParts returns the parts of a namespace that mean something, in their
// order, and the digits of its version.
func namespaceParts(namespace string) (parts []string, version string) {
	scheme, rest, hasHost := strings.Cut(namespace, "://")
	if !hasHost {
		rest = strings.TrimPrefix(scheme, "urn:")
	}
	all := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("/:#?=&", r) })
	for n, part := range all {
		if n == 0 && hasHost {
			if host := hostName(part); host != "" {
				parts = append(parts, host)
			}
			continue
		}
		name, v := withoutVersion(part)
		if name == "" {
			version += v
			continue
		}
		version = v
		if !isGeneral(name) {
			parts = append(parts, name)
		}
	}
	return parts, lettersAfterDigits(version)
}

// PackageOfFile returns a package name for a schema document in no namespace, by
// the name of its file; ok is false where that says nothing.
func PackageOfFile(file string) (name string, ok bool) {
	part, _ := withoutVersion(file)
	name = lettersOf(part)
	return name, name != "" && !isReservedPackage(name) && !isGeneral(part)
}

// hostName is the label of a host that means most: the first that is not general.
func hostName(host string) string {
	labels := strings.Split(host, ".")
	if len(labels) > 1 {
		labels = labels[:len(labels)-1]
	}
	for _, l := range labels {
		if !isGeneral(l) && l != "docs" && l != "standards" && lettersOf(l) != "" {
			return l
		}
	}
	return ""
}

// withoutVersion splits a part of a namespace into a name and a version, of which
// either can be empty.
func withoutVersion(part string) (name, version string) {
	part = strings.TrimSuffix(path.Base(part), ".xsd")
	if m := message().FindStringSubmatch(part); m != nil {
		return m[1] + m[2], m[3]
	}
	if versionPart().MatchString(part) {
		return "", part
	}
	name = part
	if at := behind().FindStringIndex(part); at != nil && lettersOf(part[:at[0]]) != "" {
		name, version = part[:at[0]], part[at[0]+1:]
	}
	if rest := datePrefix().ReplaceAllString(name, ""); lettersOf(rest) != "" {
		name = rest
	}
	if rest := schemaBehind().ReplaceAllString(name, ""); lettersOf(rest) != "" && !isReservedPackage(lettersOf(rest)) && !isGeneral(rest) {
		name = rest
	}
	return name, version
}

// lettersAfterDigits keeps the letters and digits of a version.
func lettersAfterDigits(version string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r < 0x80 && !notWord(r) {
			return r
		}
		return -1
	}, version))
}
