// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The list of formats.
#include "model/export/relation_formats.h"

namespace cadastre {

const std::vector<RelationFormat>& relationFormats()
{
    static const std::vector<RelationFormat> list{
        {QStringLiteral("tsv"), QStringLiteral("Tab separated values"), QStringLiteral("tsv"),
         false, true, relationsTsv},
        {QStringLiteral("json"), QStringLiteral("JSON"), QStringLiteral("json"), false, true,
         relationsJson},
        {QStringLiteral("markdown"), QStringLiteral("Markdown table"), QStringLiteral("md"), false,
         true, relationsMarkdown},
        {QStringLiteral("sql"), QStringLiteral("SQL that adds foreign keys"), QStringLiteral("sql"),
         true, false, relationsSql},
        {QStringLiteral("references"), QStringLiteral("Comments with @references notes"),
         QStringLiteral("sql"), true, false, relationsReferences},
        {QStringLiteral("tbls"), QStringLiteral("Relations of tbls"), QStringLiteral("yml"), true,
         false, relationsTbls},
        {QStringLiteral("dbml"), QStringLiteral("DBML"), QStringLiteral("dbml"), true, true,
         relationsDbml},
    };
    return list;
}

} // namespace cadastre
