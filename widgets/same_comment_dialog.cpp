// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/same_comment_dialog.h"

#include "widgets/difference_html.h"
#include "widgets/quiet_text_delegate.h"
#include "widgets/same_columns_model.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int commentRestMs = 250; // after the last key
constexpr int headHeight = 190;

/// As a text field gives it back.
QString asTyped(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    return text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

} // namespace

SameCommentDialog::SameCommentDialog(QWidget* parent)
    : BulkDialog(tr("Same comment for same columns"),
                 tr("Columns of one name often mean the same, and sometimes do not. Those whose "
                    "type, CHECK, enum, key or comment says otherwise are left out until you tick "
                    "them."),
                 parent)
    , m_model(new SameColumnsModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(commentRestMs);
    connect(m_rest, &QTimer::timeout, this, &SameCommentDialog::ask);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createNames());
    splitter->addWidget(createText());
    splitter->setSizes({400, 520});
    splitter->setFixedHeight(headHeight);
    head()->addWidget(splitter);
    setHint(tr("Choose a name."));
    m_nameFilter->setFocus();
}

QWidget* SameCommentDialog::createNames()
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_nameFilter = new QLineEdit(this);
    m_nameFilter->setPlaceholderText(tr("Find a column name"));
    m_nameFilter->setClearButtonEnabled(true);
    m_nameFilter->setAccessibleName(tr("Find a column name"));
    m_names = new QListView(this);
    m_names->setObjectName(QStringLiteral("columnNames"));
    m_names->setAccessibleName(tr("Names of columns"));
    m_names->setModel(m_filter);
    m_names->setUniformItemSizes(true);
    m_names->setItemDelegate(new QuietTextDelegate(SameColumnsModel::QuietTextRole, m_names));
    connect(m_nameFilter, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_names->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SameCommentDialog::showGroup);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nameFilter);
    layout->addWidget(m_names, 1);
    return page;
}

QWidget* SameCommentDialog::createText()
{
    m_like = new QComboBox(this);
    m_like->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_like->setMinimumContentsLength(20);
    m_like->setToolTip(tr("The others are compared with this column"));
    m_text = new QPlainTextEdit(this);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("What all of them mean"));
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&As in"), m_like);
    form->addRow(tr("&Comment"), m_text);
    connect(m_like, &QComboBox::currentIndexChanged, this, &SameCommentDialog::showLike);
    connect(m_text, &QPlainTextEdit::textChanged, m_rest, qOverload<>(&QTimer::start));
    return page;
}

void SameCommentDialog::setGroups(const CommentedCatalog& commented,
                                  std::vector<SameNamedColumns> groups)
{
    const QString name = chosenName();
    const QString like = m_like->currentText();
    const QString typed = m_text->toPlainText();
    const bool isEdited = !name.isEmpty() && typed != asTyped(m_likeText);
    m_commented = commented;
    m_model->setGroups(std::move(groups));
    const auto& all = m_model->groups();
    const auto found = std::ranges::find(all, name, &SameNamedColumns::name);
    const auto row = found == all.end() ? 0 : static_cast<int>(found - all.begin());
    m_names->setCurrentIndex(m_filter->mapFromSource(m_model->index(row)));
    if (!name.isEmpty() && chosenName() == name) {
        m_like->setCurrentIndex(std::max(0, m_like->findText(like)));
        if (isEdited)
            m_text->setPlainText(typed);
    }
    if (all.empty())
        setHint(tr("No two tables have a column of the same name."));
    else if (group() == nullptr)
        setHint(tr("Choose a name."));
}

void SameCommentDialog::choose(ColumnId column)
{
    const auto& all = m_model->groups();
    const auto found = std::ranges::find_if(all, [&](const SameNamedColumns& one) {
        return std::ranges::find(one.columns, column) != one.columns.end();
    });
    if (found == all.end())
        return;
    m_nameFilter->clear();
    const auto row = static_cast<int>(found - all.begin());
    m_names->setCurrentIndex(m_filter->mapFromSource(m_model->index(row)));
    const auto place = std::ranges::find(found->columns, column) - found->columns.begin();
    m_like->setCurrentIndex(static_cast<int>(place));
}

const SameNamedColumns* SameCommentDialog::group() const
{
    const QModelIndex current = m_names->currentIndex();
    return current.isValid() ? &m_model->groups()[m_filter->mapToSource(current).row()] : nullptr;
}

QString SameCommentDialog::chosenName() const
{
    return group() != nullptr ? group()->name : QString();
}

void SameCommentDialog::showGroup()
{
    const SameNamedColumns* chosen = group();
    const QSignalBlocker blocker(m_like);
    m_like->clear();
    if (chosen == nullptr)
        return setHint(tr("Choose a name."));
    const ColumnId best = bestCommented(m_commented, *chosen);
    for (ColumnId id : chosen->columns) {
        m_like->addItem(withVisibleControls(m_commented.catalog()->displayName(id)), id.index);
        if (id == best)
            m_like->setCurrentIndex(m_like->count() - 1);
    }
    showLike();
}

void SameCommentDialog::showLike()
{
    if (group() == nullptr || m_like->currentIndex() < 0)
        return;
    m_likeText = m_commented.comment(ColumnId{m_like->currentData().toInt()});
    {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(m_likeText);
    }
    ask();
}

void SameCommentDialog::ask()
{
    m_rest->stop();
    const SameNamedColumns* chosen = group();
    if (chosen == nullptr)
        return;
    const QString typed = m_text->toPlainText();
    const QString text = typed == asTyped(m_likeText) ? m_likeText : typed;
    if (text.trimmed().isEmpty())
        return setHint(tr("None of them has a comment: write what %1 means.")
                           .arg(withVisibleControls(chosen->name)));
    Q_EMIT proposalsRequested(*chosen, ColumnId{m_like->currentData().toInt()}, text);
}

} // namespace cadastre
