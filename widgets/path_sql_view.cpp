// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/path_sql_view.h"

#include "model/export/path_formats.h"
#include "model/export/select_conditions.h"
#include "widgets/icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

namespace cadastre {

namespace {

constexpr int copiedHintMs = 1500;
constexpr int shortestText = 90; ///< pixels

/// "c.deleted_at IS NULL" as people read it: with the table's name.
QString conditionText(const Catalog& catalog, const SoftDelete& one)
{
    const QString column = catalog.displayName(one.column);
    switch (one.test) {
    case SoftDeleteTest::IsNull:
        return QString(column + QStringLiteral(" IS NULL"));
    case SoftDeleteTest::IsFalse:
        return QString(QStringLiteral("NOT ") + column);
    case SoftDeleteTest::IsTrue:
        return column;
    case SoftDeleteTest::Equals:
        return QString(column + QStringLiteral(" = ") + one.value);
    }
    Q_UNREACHABLE();
}

} // namespace

PathSqlView::PathSqlView(QWidget* parent)
    : QWidget(parent)
    , m_shapes(new QComboBox(this))
    , m_keepRows(new QCheckBox(tr("&Keep rows without a partner"), this))
    , m_limit(new QCheckBox(tr("&100 rows at most"), this))
    , m_conditionArea(new QWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("&Copy SQL"), this))
    , m_copyMarkdown(new QPushButton(tr("Copy as &Markdown"), this))
{
    m_shapes->setAccessibleName(tr("Which statement"));
    m_shapes->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_shapes->setMinimumContentsLength(16);
    m_shapes->setToolTip(tr("A reference to several tables, chosen by a type column, can be "
                            "joined to all of them at once"));
    m_keepRows->setChecked(true);
    m_keepRows->setToolTip(tr("LEFT JOIN where a row may have no partner; else JOIN everywhere"));
    m_limit->setChecked(true);
    m_limit->setToolTip(tr("LIMIT 100"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("SELECT statement"));
    m_text->setMinimumHeight(shortestText);
    auto* conditions = new QVBoxLayout(m_conditionArea);
    conditions->setContentsMargins(0, 0, 0, 0);
    conditions->setSpacing(2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_shapes);
    layout->addWidget(m_keepRows);
    layout->addWidget(m_limit);
    layout->addWidget(m_conditionArea);
    layout->addWidget(m_text, 1);
    setUpButtons(layout);
    connect(m_keepRows, &QCheckBox::toggled, this, &PathSqlView::write);
    connect(m_limit, &QCheckBox::toggled, this, &PathSqlView::write);
    connect(m_shapes, &QComboBox::activated, this, &PathSqlView::write);
    clear();
}

void PathSqlView::setUpButtons(QVBoxLayout* layout)
{
    m_copy->setToolTip(tr("Copies the statement; the program itself never runs it"));
    m_copyMarkdown->setToolTip(tr("Copies the way, what to know of it, and the statement"));
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(m_copy, tr("&Copy SQL"), sql()); });
    connect(m_copyMarkdown, &QPushButton::clicked, this,
            [this] { copy(m_copyMarkdown, tr("Copy as &Markdown"), markdown()); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addWidget(m_copyMarkdown);
    row->addStretch(1);
    layout->addLayout(row);
}

void PathSqlView::copy(QPushButton* button, const QString& usual, const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    button->setText(tr("Copied"));
    QTimer::singleShot(copiedHintMs, button, [button, usual] { button->setText(usual); });
}

void PathSqlView::setPath(const JoinFactsPointer& facts, const JoinPath& path)
{
    if (m_facts == facts && m_path == path)
        return; // what a person ticked stays
    m_facts = facts;
    m_path = path;
    m_softDeletes = softDeletesAlong(facts->softDeletes, path);
    showConditions();
    showShapes();
    setEnabled(true);
    write();
}

void PathSqlView::clear()
{
    m_facts.reset();
    m_path = {};
    m_softDeletes.clear();
    showConditions();
    m_shapes->clear();
    m_shapes->hide();
    m_text->clear();
    setEnabled(false);
}

void PathSqlView::showConditions()
{
    for (QCheckBox* check : m_conditions)
        delete check;
    m_conditions.clear();
    QWidget* before = m_limit;
    for (const SoftDelete& one : m_softDeletes) {
        QString text = conditionText(m_facts->graph.catalog(), one);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        auto* check = new QCheckBox(text, m_conditionArea);
        check->setChecked(true);
        check->setToolTip(tr("Leaves out deleted rows, as these views do: %1")
                              .arg(one.views.join(QStringLiteral(", ")))
                              .toHtmlEscaped());
        connect(check, &QCheckBox::toggled, this, &PathSqlView::write);
        m_conditionArea->layout()->addWidget(check);
        setTabOrder(before, check);
        before = check;
        m_conditions.push_back(check);
    }
    m_conditionArea->setVisible(!m_conditions.empty());
}

void PathSqlView::showShapes()
{
    m_shapes->clear();
    m_shapes->addItem(tr("This way"), -1);
    const Catalog& catalog = m_facts->graph.catalog();
    for (const int index : polymorphicOf(m_facts->graph, m_path)) {
        const Relationship& facts = m_facts->graph.relationships()[std::size_t(index)];
        m_shapes->addItem(
            tr("Whatever %1 points at").arg(catalog.displayName(facts.childColumns.front())),
            index);
    }
    m_shapes->setVisible(m_shapes->count() > 1);
}

SelectOptions PathSqlView::options() const
{
    SelectOptions options;
    options.keepRows = m_keepRows->isChecked();
    if (!m_limit->isChecked())
        options.limit.reset();
    for (std::size_t i = 0; i < m_conditions.size(); ++i) {
        if (m_conditions[i]->isChecked())
            options.softDeletes.push_back(m_softDeletes[i]);
    }
    return options;
}

void PathSqlView::write()
{
    if (m_facts == nullptr)
        return;
    const int shape = m_shapes->currentData().toInt();
    const Result<QString> sql = shape < 0 ? selectAlong(m_facts->graph, m_path, options())
                                          : selectAllTargets(m_facts->graph, shape, options());
    m_keepRows->setEnabled(shape < 0);
    m_text->setPlainText(sql ? *sql : lineComment(sql.error().message));
}

QString PathSqlView::sql() const
{
    return m_text->toPlainText();
}

QString PathSqlView::markdown() const
{
    return pathMarkdown(m_path, sql());
}

} // namespace cadastre
