//go:build tools

// Package tools pins the Pulumi CLI that find-pulumi.ts builds when none can be had otherwise.
package tools

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
