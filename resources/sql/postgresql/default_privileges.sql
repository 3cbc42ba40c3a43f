-- SPDX-License-Identifier: MIT
-- What an object without an ACL of its own grants: 10 stands for its owner, 0 for everybody.
SELECT kind.code, x.grantee, string_agg(x.privilege_type, ',')
  FROM unnest('{r,s,f,n,d,T,S}'::"char"[]) AS kind (code),
       LATERAL aclexplode(acldefault(kind.code, 10)) AS x
 GROUP BY 1, 2
