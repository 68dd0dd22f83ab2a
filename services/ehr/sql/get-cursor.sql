select cursor from follower_cursor where source = $1
