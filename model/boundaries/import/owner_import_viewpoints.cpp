// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Reads `viewpoints:` of tbls: a viewpoint becomes a boundary, its groups become modules in it; see
// owner_import_parts.h.
#include "model/boundaries/import/owner_import_parts.h"
#include "model/boundaries/import/simple_yaml.h"

#include <algorithm>

namespace cadastre {

namespace {

class ViewpointReader
{
public:
    explicit ViewpointReader(const QString& fileName)
        : m_fileName(fileName)
    {
    }

    Result<OwnerSheet> read(const YamlNode& viewpoints)
    {
        if (viewpoints.kind != YamlNode::Kind::List)
            return failure(viewpoints, QStringLiteral("viewpoints that are no list"));
        for (const YamlNode& viewpoint : viewpoints.items) {
            if (const auto error = readOne(viewpoint, QString()))
                return *error;
        }
        return std::move(m_sheet);
    }

private:
    Error failure(const YamlNode& node, const QString& what) const
    {
        return ownerFileError(m_fileName, node.line, what);
    }

    /// A viewpoint, or a group when it has a parent.
    std::optional<Error> readOne(const YamlNode& node, const QString& parent)
    {
        const QString what =
            parent.isEmpty() ? QStringLiteral("viewpoint") : QStringLiteral("group");
        const YamlNode* name = node.member(QLatin1String("name"));
        if (!name || name->kind != YamlNode::Kind::Scalar || name->text.trimmed().isEmpty() ||
            name->text.contains(QLatin1Char('\n')))
            return failure(node, QStringLiteral("a %1 without a name").arg(what));
        const QString boundary = freeName(name->text.trimmed(), parent);
        if (boundary.isEmpty())
            return failure(*name,
                           QStringLiteral("%1 %2 for the second time").arg(what, name->text));
        Boundary& described = m_sheet.described[boundary];
        described.parent = parent;
        described.kind = parent.isEmpty() ? BoundaryKind::Service : BoundaryKind::Module;
        if (const YamlNode* text = node.member(QLatin1String("desc")))
            described.note = text->text;
        if (const auto error = readGroups(node, boundary, parent))
            return error;
        if (const auto error = readTables(node, boundary))
            return error;
        noteTheRest(node, boundary, !parent.isEmpty());
        return std::nullopt;
    }

    /// Groups may be called like a viewpoint, or like a group of another one.
    [[nodiscard]] QString freeName(const QString& name, const QString& parent) const
    {
        if (!m_sheet.described.contains(name))
            return name;
        const QString longer = QString(parent + QLatin1String(" / ") + name);
        return parent.isEmpty() || m_sheet.described.contains(longer) ? QString() : longer;
    }

    std::optional<Error> readGroups(const YamlNode& node, const QString& boundary,
                                    const QString& parent)
    {
        const YamlNode* groups = node.member(QLatin1String("groups"));
        if (!groups || groups->kind == YamlNode::Kind::Nothing)
            return std::nullopt;
        if (!parent.isEmpty() || groups->kind != YamlNode::Kind::List)
            return failure(*groups, QStringLiteral("groups where none can be"));
        for (const YamlNode& group : groups->items) {
            if (auto error = readOne(group, boundary))
                return error;
        }
        return std::nullopt;
    }

    std::optional<Error> readTables(const YamlNode& node, const QString& boundary)
    {
        const YamlNode* tables = node.member(QLatin1String("tables"));
        if (!tables || tables->items.empty()) {
            m_sheet.notes << QStringLiteral("Line %1: %2 names no tables; it is empty here.")
                                 .arg(node.line)
                                 .arg(boundary);
            return std::nullopt;
        }
        for (const YamlNode& table : tables->items) {
            if (tables->kind != YamlNode::Kind::List || table.kind != YamlNode::Kind::Scalar)
                return failure(table, QStringLiteral("tables that are no list of names"));
            const bool isException = table.text.startsWith(QLatin1Char('!'));
            m_sheet.statements.push_back({table.line,
                                          isException ? table.text.sliced(1) : table.text, boundary,
                                          isException});
        }
        return std::nullopt;
    }

    void noteTheRest(const YamlNode& node, const QString& boundary, bool isGroup)
    {
        const QStringList read{QStringLiteral("name"), QStringLiteral("desc"),
                               QStringLiteral("tables"), QStringLiteral("groups")};
        for (std::size_t i = 0; i < node.names.size(); ++i) {
            const bool isColor = isGroup && node.names[i] == QLatin1String("color");
            if (!read.contains(node.names[i]) && !isColor &&
                node.items[i].kind != YamlNode::Kind::Nothing)
                m_sheet.notes << QStringLiteral("Line %1: %2 of %3 is not read.")
                                     .arg(node.items[i].line)
                                     .arg(node.names[i], boundary);
        }
    }

    QString m_fileName;
    OwnerSheet m_sheet;
};

} // namespace

Result<OwnerSheet> readTblsViewpoints(const QString& text, const QString& fileName)
{
    std::optional<YamlProblem> problem;
    const auto viewpoints = readYamlMember(text, QLatin1String("viewpoints"), problem);
    if (problem)
        return ownerFileError(fileName, problem->line, problem->what);
    if (!viewpoints)
        return ownerFileError(fileName, 1, QStringLiteral("no viewpoints from there on"));
    return ViewpointReader(fileName).read(*viewpoints);
}

} // namespace cadastre
