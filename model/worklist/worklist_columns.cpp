// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Why a column without a comment misleads: codes, dates in texts, documents, names that say
// nothing, persons and references without a target. Columns that explain themselves get no entry.
#include "model/worklist/worklist_parts.h"

#include "model/dialect/value_family.h"
#include "model/notes/checks/comment_check_parts.h"
#include "model/relations/count_text.h"
#include "model/relations/structure/value_kinds.h"
#include "model/worklist/worklist_drafts.h"

#include <QRegularExpression>

#include <algorithm>

namespace cadastre {

namespace {

/// What a reason weighs before the table's importance.
namespace weight {
constexpr double saysNothing = 6;
constexpr double code = 5;
constexpr double wordCode = 1.2;
constexpr double openCode = 3.5; ///< a status as text without a list of values
constexpr double momentInText = 4.5;
constexpr double momentInNumber = 3.5;
constexpr double blob = 4;
constexpr double document = 3.2;
constexpr double actor = 4;
} // namespace weight

class ColumnJudge
{
public:
    ColumnJudge(const WorklistFigures& figures, ColumnId id)
        : m_figures(figures)
        , m_catalog(figures.catalog())
        , m_id(id)
        , m_column(m_catalog.column(id))
        , m_type(typeOf(m_column))
        , m_family(valueFamily(figures.engineOf(m_column.table), m_type))
        , m_hint(figures.nameHint(m_column.name))
        , m_allowed(figures.allowedValues(id))
        , m_reference(figures.referenceOf(id))
    {
    }

    /// The heaviest of all reasons; absent for a column that explains itself.
    std::optional<WorklistEntry> judge()
    {
        if (m_reference != nullptr) {
            judgeReference();
        } else {
            judgeName();
            judgeCode();
            judgeMoment();
            judgeDocument();
            judgeActor();
        }
        if (m_best.weight <= 0)
            return std::nullopt;
        const std::vector<TableId> views = m_figures.viewsOf(m_id);
        m_best.object = m_id;
        m_best.weight *= m_figures.of(m_column.table).importance() *
                         (1 + 0.1 * static_cast<double>(std::min<std::size_t>(views.size(), 5)) +
                          (isIndexed() ? 0.1 : 0));
        if (!views.empty())
            m_best.reason += QStringLiteral("; %1 it").arg(
                views.size() == 1 ? QStringLiteral("1 view reads")
                                  : QStringLiteral("%1 views read").arg(views.size()));
        m_best.reason += QLatin1Char('.');
        return m_best;
    }

private:
    [[nodiscard]] QString typeOf(const Column& column) const
    {
        if (!column.userType)
            return column.type;
        const UserType& type = m_catalog.type(*column.userType);
        return type.kind == TypeKind::Domain ? type.baseType : column.type;
    }

    void propose(double weight, const QString& reason, const QString& draft = {})
    {
        if (weight > m_best.weight) {
            m_best.weight = weight;
            m_best.reason = reason;
            m_best.draft = draft;
        }
    }

    [[nodiscard]] bool isArray() const { return m_type.endsWith(QLatin1String("[]")); }
    [[nodiscard]] bool isSmallText() const
    {
        const auto length = declaredLength(m_type);
        return m_family == ValueFamily::Text && length && *length <= 40;
    }
    /// A switch with two values explains itself by its name.
    [[nodiscard]] bool isSwitch() const
    {
        return m_family == ValueFamily::Boolean ||
               m_type.startsWith(QLatin1String("tinyint(1)"), Qt::CaseInsensitive);
    }
    [[nodiscard]] bool isIndexed() const
    {
        return std::ranges::any_of(m_catalog.indexesOf(m_column.table), [&](const Index& index) {
            return !index.parts.empty() && index.parts.front().column == m_id;
        });
    }

    void judgeName()
    {
        if (!m_hint.saysNothing || isArray())
            return;
        QString reason = QStringLiteral("The name says nothing");
        const auto [view, alias] = aliasInView();
        if (!alias.isEmpty())
            reason +=
                QStringLiteral("; `%1` calls it `%2`").arg(m_catalog.displayName(*view), alias);
        propose(weight::saysNothing, reason, valuesDraft(m_allowed));
    }

    /// What a view that reads the column calls it: `c.flag1 AS is_vip`.
    [[nodiscard]] std::pair<std::optional<TableId>, QString> aliasInView() const
    {
        const QString name = QRegularExpression::escape(m_column.name);
        const QRegularExpression renamed(
            QStringLiteral("[\"`.\\[]?\\b%1[\"`\\]]?\\)?\\s+AS\\s+[\"`\\[]?([\\w$]+)").arg(name),
            QRegularExpression::CaseInsensitiveOption |
                QRegularExpression::UseUnicodePropertiesOption);
        for (TableId view : m_figures.viewsOf(m_id)) {
            const QRegularExpressionMatch match =
                renamed.match(m_catalog.table(view).viewDefinition);
            const QString alias = match.captured(1);
            if (!alias.isEmpty() && alias.compare(m_column.name, Qt::CaseInsensitive) != 0)
                return {view, alias};
        }
        return {std::nullopt, QString()};
    }

    void judgeCode()
    {
        if (isSwitch() || isArray() || isKeyColumn() || isPartOfAddress())
            return;
        const bool isInteger = m_family == ValueFamily::Integer;
        const int others = m_hint.isWholeCode ? m_figures.otherMeanings(m_id) : 0;
        const QString elsewhere =
            others > 0 ? QStringLiteral("; `%1` has other values in %2")
                             .arg(m_column.name, countedNoun(others, QStringLiteral("other table"),
                                                             QStringLiteral("other tables")))
                       : QString();
        if (m_allowed != nullptr && m_allowed->size() > 1) {
            const bool isOpaque = hasOpaqueValues(*m_allowed);
            if (!isOpaque && !m_hint.isCode)
                return;
            propose(isOpaque ? weight::code + (others > 0 ? 0.5 : 0)
                             : weight::wordCode + (others > 0 ? 0.6 : 0),
                    QString(QStringLiteral("%1 that allows %2, none of them explained")
                                .arg(kindWord(), listInWords(*m_allowed)) +
                            elsewhere),
                    valuesDraft(m_allowed));
        } else if (m_hint.isCode && (isInteger || isSmallText())) {
            // big ones may be ids
            propose(isInteger && !isBig() ? weight::code : weight::openCode,
                    QString(QStringLiteral("A code in %1: which values there are, and what they "
                                           "mean, is written nowhere")
                                .arg(m_column.type) +
                            elsewhere));
        }
    }

    [[nodiscard]] bool isBig() const
    {
        return m_figures.engineOf(m_column.table) != Engine::Sqlite &&
               baseTypeName(m_type) == QLatin1String("bigint");
    }

    /// A state beside city and country is one of a federation.
    [[nodiscard]] bool isPartOfAddress() const
    {
        static const QRegularExpression address(
            QStringLiteral("(city|country|zip|postal ?code|street|province)"),
            QRegularExpression::CaseInsensitiveOption);
        return m_family == ValueFamily::Text && m_allowed == nullptr &&
               m_column.name.endsWith(QLatin1String("state"), Qt::CaseInsensitive) &&
               std::ranges::any_of(m_catalog.columnsOf(m_column.table), [&](const Column& other) {
                   return other.name.contains(address);
               });
    }

    [[nodiscard]] QString kindWord() const
    {
        return m_family == ValueFamily::Integer ? QStringLiteral("A number")
                                                : QStringLiteral("A code");
    }

    [[nodiscard]] bool isKeyColumn() const
    {
        const Constraint* key = m_catalog.primaryKeyOf(m_column.table);
        return m_column.columnIdentity != Identity::No ||
               (key != nullptr && key->columns == std::vector<ColumnId>{m_id});
    }

    void judgeMoment()
    {
        if (!m_hint.isMoment || isArray() || m_allowed != nullptr)
            return;
        const bool isSqlite = m_figures.engineOf(m_column.table) == Engine::Sqlite;
        // SQLite has no dates: TEXT is where they belong
        const auto length = declaredLength(m_type);
        if (m_family == ValueFamily::Text && !(isSqlite && !length) &&
            (!length || (*length >= 6 && *length <= 64)))
            propose(weight::momentInText,
                    QStringLiteral("The name says a date, the type is %1: its format is written "
                                   "nowhere")
                        .arg(m_column.type));
        else if (m_family == ValueFamily::Integer && !isSwitch())
            propose(weight::momentInNumber,
                    QStringLiteral("The name says a time, the type is %1: since when and in which "
                                   "unit it counts is written nowhere")
                        .arg(m_column.type));
    }

    void judgeDocument()
    {
        const QString base = baseTypeName(m_type);
        const bool isJson = base.startsWith(QLatin1String("json")) ||
                            base == QLatin1String("xml") || base == QLatin1String("hstore");
        const bool isLong = m_family == ValueFamily::Text &&
                            (!declaredLength(m_type) || *declaredLength(m_type) >= 500);
        if (isJson)
            propose(weight::document + (m_hint.isBlob ? 0.4 : 0),
                    QStringLiteral("%1 whose members are explained nowhere")
                        .arg(base == QLatin1String("xml") ? QStringLiteral("XML")
                                                          : base.left(4).toUpper()));
        else if (m_hint.isBlob && (isLong || m_family == ValueFamily::Binary))
            propose(weight::blob,
                    QStringLiteral("Anything may stand in this %1: what does, and in which form, "
                                   "is written nowhere")
                        .arg(m_column.type));
    }

    void judgeActor()
    {
        const bool canName = m_family == ValueFamily::Integer || m_family == ValueFamily::Text ||
                             m_family == ValueFamily::Uuid;
        const auto length = declaredLength(m_type);
        if (m_hint.isActor && canName && !isArray() && !isSwitch() && (!length || *length <= 300) &&
            !isKeyColumn())
            propose(weight::actor,
                    QStringLiteral("Names somebody, but no key, comment or view says in which "
                                   "table"));
    }

    void judgeReference()
    {
        const auto [weight, reason] = referenceReason(m_catalog, *m_reference, m_id);
        propose(weight, reason, weight > 0 ? referenceDraft(m_catalog, *m_reference) : QString());
    }

    const WorklistFigures& m_figures;
    const Catalog& m_catalog;
    ColumnId m_id;
    const Column& m_column;
    QString m_type;
    ValueFamily m_family;
    const ColumnNameHint& m_hint;
    const QStringList* m_allowed;
    const Relationship* m_reference;
    WorklistEntry m_best;
};

} // namespace

void addColumnEntry(const WorklistFigures& figures, ColumnId id, WorklistEntries& entries)
{
    const Column& column = figures.catalog().column(id);
    const Table& table = figures.catalog().table(column.table);
    // columns of views are explained where they come from
    if (isView(table) || !figures.isOurs(column.table) || !figures.isUndocumented(id))
        return;
    if (auto entry = ColumnJudge(figures, id).judge())
        entries.push_back(*std::move(entry));
}

} // namespace cadastre
