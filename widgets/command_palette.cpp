// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/command_palette.h"

#include "widgets/elided_label.h"
#include "widgets/icons.h"
#include "widgets/muted_text.h"
#include "widgets/palette_delegate.h"
#include "widgets/palette_model.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>

#include <algorithm>

namespace cadastre {

namespace {

constexpr int palettePixels = 720;
constexpr int paletteRows = 12;
constexpr int chipCount = 5;

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_strip(new QWidget(this))
    , m_stripLayout(new QHBoxLayout(m_strip))
    , m_list(new QListView(this))
    , m_remark(new QLabel(this))
    , m_foot(new QWidget(this))
    , m_count(new QLabel(m_foot))
    , m_help(new ElidedLabel(m_foot))
    , m_copy(new QToolButton(m_foot))
{
    setObjectName(QStringLiteral("commandPalette"));
    setProperty("helpChapter", QStringLiteral("find"));
    setAccessibleName(tr("Command palette"));
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setLineWidth(1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setUpField();
    setUpList();
    setUpHelp();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 4);
    layout->setSpacing(4);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_field, m_strip, m_remark, m_list, m_foot})
        layout->addWidget(part);
    window->installEventFilter(this);
    hide();
}

void CommandPalette::setUpField()
{
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Find anything"));
    m_field->setPlaceholderText(tr("Tables, columns, comments, commands; or a filter: type:json"));
    m_field->setClearButtonEnabled(true);
    m_field->setAcceptDrops(false);
    m_field->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(m_field->sizeHint().height() + 6);
    m_field->installEventFilter(this);
    const auto ask = [this] {
        if (isVisible())
            Q_EMIT textChanged(m_field->text(), m_field->cursorPosition());
    };
    connect(m_field, &QLineEdit::textChanged, this, ask);
    m_stripLayout->setContentsMargins(0, 0, 0, 0);
    m_stripLayout->setSpacing(4);
    auto* label = new QLabel(tr("Tab:"), m_strip);
    keepMuted(label);
    label->setForegroundRole(QPalette::WindowText);
    m_stripLayout->addWidget(label);
    for (int i = 0; i < chipCount; ++i) {
        auto* chip = new QToolButton(m_strip);
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setAutoRaise(true);
        connect(chip, &QToolButton::clicked, this, [this, i] { takeCompletion(i); });
        m_stripLayout->addWidget(chip);
        m_chips.push_back(chip);
    }
    m_stripLayout->addStretch();
    m_strip->hide();
}

void CommandPalette::setUpList()
{
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        chooseCurrent(false);
    });
}

void CommandPalette::setUpHelp()
{
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setContentsMargins(4, 0, 4, 0);
    m_remark->setObjectName(QStringLiteral("paletteRemark"));
    m_remark->hide();
    keepMuted(m_help);
    m_help->setForegroundRole(QPalette::WindowText); // the muted one, also upon Base
    m_help->setFullText(tr("type:json,xml (comma: or)  !comment · > commands · @ columns · "
                           "Ctrl+Enter neighbourhood · F1"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setObjectName(QStringLiteral("paletteCount"));
    m_copy->setObjectName(QStringLiteral("paletteCopy"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the list of hits (Ctrl+Shift+C)"));
    m_copy->setAccessibleName(tr("Copy these hits"));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::NoFocus);
    connect(m_copy, &QToolButton::clicked, this, &CommandPalette::copyAsked);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(4, 0, 4, 0);
    foot->addWidget(m_count);
    foot->addWidget(m_help, 1);
    foot->addWidget(m_copy);
    showCount({});
}

void CommandPalette::openWith(const QString& text)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    show();
    raise();
    const bool same = m_field->text() == text;
    m_field->setText(text);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (same)
        Q_EMIT textChanged(text, static_cast<int>(text.size()));
    place();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    if (m_field->hasFocus() && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason); // which the field does not take for leaving
    hide();
    m_model->setItems({});
    Q_EMIT dismissed();
}

void CommandPalette::showItems(const QString& text, std::vector<PaletteItem> items,
                               const QString& remark)
{
    if (text != m_field->text() || !isVisible())
        return;
    m_model->setItems(std::move(items));
    const auto& shown = m_model->items();
    const auto first = std::ranges::find(shown, true, &PaletteItem::enabled);
    if (first != shown.end())
        m_list->setCurrentIndex(m_model->index(static_cast<int>(first - shown.begin()), 0));
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_list->setVisible(!shown.empty());
    place();
    sayCurrent();
}

void CommandPalette::showCount(const QString& count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
    m_copy->setVisible(!count.isEmpty());
    if (isVisible())
        place();
}

void CommandPalette::showBusy(const QString& sentence)
{
    m_remark->setText(sentence);
    m_remark->show();
    place();
}

void CommandPalette::showCompletion(const PaletteCompletion& completion)
{
    m_completion = completion;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < completion.choices.size();
        m_chips[i]->setVisible(used);
        if (!used)
            continue;
        const QString choice = completion.choices[static_cast<qsizetype>(i)];
        QString shown =
            fontMetrics().elidedText(choice, Qt::ElideMiddle, palettePixels / chipCount);
        m_chips[i]->setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
        m_chips[i]->setToolTip(choice.toHtmlEscaped());
        m_chips[i]->setAccessibleName(choice);
    }
    const bool any = !completion.choices.isEmpty();
    if (any != m_strip->isVisibleTo(this)) {
        m_strip->setVisible(any);
        place();
    }
}

QString CommandPalette::countText() const
{
    return m_count->isVisibleTo(this) ? m_count->text() : QString();
}

QString CommandPalette::remark() const
{
    return m_remark->isVisibleTo(this) ? m_remark->text() : QString();
}

const std::vector<PaletteItem>& CommandPalette::items() const
{
    return m_model->items();
}

void CommandPalette::place()
{
    const QWidget* window = parentWidget();
    const int width = std::min(palettePixels, window->width() - 16);
    setFixedWidth(width);
    const int rowHeight = m_model->rowCount() > 0 ? m_list->sizeHintForRow(0) : 0;
    const int most = std::max(4, window->height() * 45 / 100 / std::max(1, rowHeight));
    const int rows = std::min({m_model->rowCount(), paletteRows, most});
    m_list->setFixedHeight(std::max(1, rows * rowHeight + 2));
    layout()->activate();
    // a layout without wrapped lines answers with no height, to which the frame is added
    setFixedHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                 : layout()->totalSizeHint().height());
    move((window->width() - width) / 2, std::min(72, window->height() / 10));
}

} // namespace cadastre
