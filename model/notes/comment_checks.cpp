// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Walks over the comments of a catalog and lets each family of checks look at them; see the header.
#include "model/catalog/containment.h"
#include "model/catalog/read_kinds.h"
#include "model/notes/checks/comment_check_parts.h"

#include "model/relations/sql/check_lists.h"

#include <algorithm>
#include <tuple>

namespace cadastre {

namespace {

bool isFullyRead(const Catalog& catalog, SourceId source, CatalogKind kind)
{
    const KindReport* report = catalog.kindReport(source, kind);
    return report == nullptr || report->state == ReadState::Read;
}

class CommentChecker
{
public:
    explicit CommentChecker(const CommentCheckInput& input)
        : m_facts(input)
    {
    }

    std::vector<CommentProblem> check()
    {
        const CatalogObjects& objects = m_facts.catalog().objects();
        checkAll<SourceId>(objects.sources);
        checkAll<SchemaId>(objects.schemas);
        checkAll<TableId>(objects.tables);
        checkAll<ColumnId>(objects.columns);
        checkAll<ConstraintId>(objects.constraints);
        checkAll<IndexId>(objects.indexes);
        checkAll<TriggerId>(objects.triggers);
        checkAll<RoutineId>(objects.routines);
        checkAll<TypeId>(objects.types);
        return m_problems.take();
    }

private:
    template <typename ObjectId, typename Object> void checkAll(const std::vector<Object>& objects)
    {
        for (std::size_t i = 0; i < objects.size(); ++i) {
            const ObjectRef ref = ObjectId{static_cast<int>(i)};
            const ObjectBase& base = objects[i];
            const bool isStaged = m_facts.input().commented.isStaged(ref);
            // texts of an extension are its makers', undecodable ones nobody can read
            const bool isOurs = !base.system && base.extension.isEmpty() && !isCopiedByServer(ref);
            if (isStaged || (isOurs && !base.comment.isEmpty() && !base.comment.undecodable))
                check(ref);
        }
    }

    /// MariaDB and MySQL show the comments of a table's columns at the columns of views.
    [[nodiscard]] bool isCopiedByServer(ObjectRef object) const
    {
        if (object.kind != ObjectKind::Column)
            return false;
        const Catalog& catalog = m_facts.catalog();
        const Column& column = catalog.column({object.index});
        const Engine engine = m_facts.engineOf(object);
        return isView(catalog.table(column.table)) &&
               (engine == Engine::MariaDb || engine == Engine::MySql) &&
               column.comment.origin == CommentOrigin::Catalog;
    }

    void check(ObjectRef object)
    {
        CheckedComment comment{
            object, tableHolding(m_facts.catalog(), object), std::nullopt, {}, {}};
        comment.text = m_facts.input().commented.comment(object);
        if (comment.text.isEmpty())
            return;
        comment.parts = parseCommentText(comment.text);
        if (!comment.parts.notes.empty()) {
            checkTags(m_facts, comment, m_problems);
            checkNamesOfPeople(m_facts, comment, m_problems);
            checkReferences(m_facts, comment, m_problems);
        }
        checkWords(m_facts, comment, m_problems);
        if (object.kind != ObjectKind::Column)
            return;
        comment.column = ColumnId{object.index};
        checkValuesInWords(m_facts, comment, m_problems);
        if (comment.parts.notes.empty())
            return;
        checkValues(m_facts, comment, m_problems);
        checkValuesAgainstData(m_facts, comment, m_problems);
        checkSentinels(m_facts, comment, m_problems);
        checkFormats(m_facts, comment, m_problems);
    }

    CommentCheckFacts m_facts;
    CommentProblems m_problems;
};

} // namespace

CommentCheckFacts::CommentCheckFacts(const CommentCheckInput& input)
    : m_input(input)
    , m_catalog(*input.commented.catalog())
{
}

const QStringList* CommentCheckFacts::allowedValues(ColumnId column) const
{
    if (!m_allowed)
        m_allowed = cadastre::allowedValues(m_catalog);
    const auto found = m_allowed->constFind(column);
    return found == m_allowed->constEnd() ? nullptr : &*found;
}

const CatalogNames& CommentCheckFacts::names(SourceId source) const
{
    auto& names = m_names[source];
    if (names == nullptr)
        names = std::make_shared<const CatalogNames>(m_catalog, source);
    return *names;
}

bool CommentCheckFacts::knowsAllTables(SourceId source) const
{
    const Source& facts = m_catalog.source(source);
    // of a server, one database was opened: names without one mean its own tables
    const bool isOneOfServer = (facts.engine == Engine::MariaDb || facts.engine == Engine::MySql) &&
                               !facts.defaultSchema.isEmpty() &&
                               m_catalog.objects().schemas.size() == 1;
    return isFullyRead(m_catalog, source, CatalogKind::Tables) &&
           (isOneOfServer || leftOutOfScope(facts) == 0);
}

bool CommentCheckFacts::knowsAllColumns(SourceId source) const
{
    return isFullyRead(m_catalog, source, CatalogKind::Columns);
}

Engine CommentCheckFacts::engineOf(ObjectRef object) const
{
    return m_catalog.source(m_catalog.sourceOf(object)).engine;
}

QString CommentCheckFacts::typeOf(ColumnId id) const
{
    const Column& column = m_catalog.column(id);
    if (!column.userType)
        return column.type;
    const UserType& type = m_catalog.type(*column.userType);
    return type.kind == TypeKind::Domain && !column.type.endsWith(QLatin1String("[]"))
               ? type.baseType
               : column.type;
}

std::vector<CommentProblem> CommentProblems::take()
{
    const auto order = [](const CommentProblem& problem) {
        return std::tie(problem.object, problem.kind, problem.sentence);
    };
    std::ranges::sort(m_found, {}, order);
    const auto again = std::ranges::unique(m_found);
    m_found.erase(again.begin(), again.end());
    return std::move(m_found);
}

std::vector<CommentProblem> checkComments(const CommentCheckInput& input)
{
    if (input.commented.catalog() == nullptr)
        return {};
    return CommentChecker(input).check();
}

std::vector<CommentProblem> checkComments(const CommentedCatalog& commented,
                                          const Conventions& conventions,
                                          const Boundaries& boundaries)
{
    return checkComments({commented, conventions, boundaries});
}

QString commentProblemName(CommentProblemKind kind)
{
    switch (kind) {
    case CommentProblemKind::ValuesDiffer:
        return QStringLiteral("values differ");
    case CommentProblemKind::ReferenceMissing:
        return QStringLiteral("reference leads nowhere");
    case CommentProblemKind::NameMissing:
        return QStringLiteral("name is not there");
    case CommentProblemKind::SentinelDiffers:
        return QStringLiteral("sentinel does not fit");
    case CommentProblemKind::FormatDiffers:
        return QStringLiteral("format does not fit");
    case CommentProblemKind::TagTwice:
        return QStringLiteral("tag twice");
    case CommentProblemKind::TagWithoutValue:
        return QStringLiteral("tag without value");
    case CommentProblemKind::ConventionUnknown:
        return QStringLiteral("unknown convention");
    case CommentProblemKind::OwnerUnknown:
        return QStringLiteral("unknown owner");
    case CommentProblemKind::MisspeltTag:
        return QStringLiteral("misspelt tag");
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
