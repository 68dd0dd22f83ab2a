/** Rules of kube-score that are not asked for, each with the reason. None is about security. */
export const kubeScoreExceptions: Readonly<Record<string, string>> = {
  'container-image-pull-policy':
    'images are named by digest, so that pulling again brings the same bytes; nodes pull with their own role',
  'container-ephemeral-storage-request-and-limit':
    'the root file system is read-only, and the one folder that can be written is an emptyDir with a size limit',
  'deployment-has-host-podantiaffinity':
    'spread constraints over zones and hosts do the same without leaving a pod pending when a zone is gone',
};

/** Rules of checkov that are not asked for, each with the reason. */
export const checkovExceptions: Readonly<Record<string, string>> = {};
