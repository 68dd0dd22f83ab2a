select link_id from proxy_notice where secret_sha256 = $1
