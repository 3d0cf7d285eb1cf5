// One binary for four components: the name it is started under selects which (argv[0] or first argument).
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	"k8s.io/kubectl/pkg/cmd"
	cmdutil "k8s.io/kubectl/pkg/cmd/util"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	kcm "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
)

func main() {
	role := filepath.Base(os.Args[0])
	if role == "kube" && len(os.Args) > 1 {
		role, os.Args = os.Args[1], os.Args[1:]
	}
	var c *cobra.Command
	switch role {
	case "kube-apiserver":
		c = apiserver.NewAPIServerCommand()
	case "kube-controller-manager":
		c = kcm.NewControllerManagerCommand()
	case "kube-scheduler":
		c = scheduler.NewSchedulerCommand()
	case "kubectl":
		k := cmd.NewDefaultKubectlCommand()
		if err := cli.RunNoErrOutput(k); err != nil {
			cmdutil.CheckErr(err)
		}
		return
	default:
		fmt.Fprintln(os.Stderr, "unknown component:", role)
		os.Exit(2)
	}
	os.Exit(cli.Run(c))
}
