<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>Actions</name>
    <message>
        <source>이 PC의 설정 보기</source>
        <translation>see the settings of this PC</translation>
    </message>
    <message>
        <source>기관 설정 바꾸기</source>
        <translation>change the office’s settings</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>register visits</translation>
    </message>
    <message>
        <source>접수 목록 보기</source>
        <translation>see the list of visits</translation>
    </message>
    <message>
        <source>접수증 출력</source>
        <translation>print slips</translation>
    </message>
    <message>
        <source>일일 현황 보기</source>
        <translation>see the daily figures</translation>
    </message>
    <message>
        <source>봉인된 답 읽기</source>
        <translation>read sealed answers</translation>
    </message>
    <message>
        <source>감사 열쇠 만들기</source>
        <translation>make the audit key</translation>
    </message>
</context>
<context>
    <name>AuditKeyDialog</name>
    <message>
        <source>감사 열쇠 만들기</source>
        <translation>Make the audit key</translation>
    </message>
    <message>
        <source>열쇠 만들기   Enter</source>
        <translation>Make the key   Enter</translation>
    </message>
    <message>
        <source>열쇠 만들기</source>
        <translation>Make the key</translation>
    </message>
    <message>
        <source>나중에   Esc</source>
        <translation>Later   Esc</translation>
    </message>
    <message>
        <source>나중에</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>금품·청탁에 관한 시민의 답은 이 열쇠로 봉인되어, 열쇠 암호를 아는 사람만 읽을 수 있습니다. 열쇠를 만들기 전에는 그 질문을 묻지 않습니다.</source>
        <translation>What citizens say about money and favours is sealed with this key, and only who knows its passphrase can read it. Until there is a key, that question is not asked.</translation>
    </message>
    <message>
        <source>암호를 잃어버리면 봉인된 답을 영영 읽을 수 없습니다. 관리자도 되살릴 수 없으니 안전한 곳에 따로 보관하세요.</source>
        <translation>If the passphrase is lost, the sealed answers can never be read again. Not even the administrator can bring them back, so keep it somewhere safe.</translation>
    </message>
    <message>
        <source>{minimum}자 이상, 로그인 비밀번호와 다르게</source>
        <translation>At least {minimum} characters, and not your sign-in password</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>열쇠 암호 한 번 더</source>
        <translation>Passphrase once more</translation>
    </message>
</context>
<context>
    <name>AuditKeyPresenter</name>
    <message>
        <source>두 번 입력한 암호가 서로 다릅니다. 열쇠를 만들지 않았습니다. 다시 입력해 주세요.</source>
        <translation>The two passphrases differ. No key was made. Please type them again.</translation>
    </message>
</context>
<context>
    <name>CountTables</name>
    <message>
        <source>업무별</source>
        <translation>By service</translation>
    </message>
    <message>
        <source>부서별</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>시간별</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>창구별</source>
        <translation>By counter</translation>
    </message>
    <message>
        <source>응답</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>만족</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>방문 수 표</source>
        <translation>Table of visits</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>{hour}시</source>
        <translation>{hour}:00</translation>
    </message>
</context>
<context>
    <name>CounterView</name>
    <message>
        <source>이 PC의 시계가 마지막 기록보다 {length} 늦습니다. 접수는 {day} 날짜로 번호를 이어서 계속됩니다. 관리자에게 PC 시계를 맞춰 달라고 하세요.</source>
        <translation>This PC’s clock is {length} behind the newest record. Visits go on under {day} with the next numbers. Please ask the administrator to set the clock.</translation>
    </message>
    <message>
        <source>{count}일</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count}시간</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count}분</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>DailySheetPresenter</name>
    <message>
        <source>현황을 인쇄하는 중…</source>
        <translation>Printing the sheet…</translation>
    </message>
    <message>
        <source>PDF를 만드는 중…</source>
        <translation>Making the PDF…</translation>
    </message>
    <message>
        <source>일일 현황을 내보냈습니다.</source>
        <translation>The daily sheet has been sent.</translation>
    </message>
    <message>
        <source>PDF로 저장했습니다: {path}</source>
        <translation>Saved as PDF: {path}</translation>
    </message>
</context>
<context>
    <name>DailySheetView</name>
    <message>
        <source>일일 현황</source>
        <translation>Daily figures</translation>
    </message>
    <message>
        <source>오늘로</source>
        <translation>To today</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일 (ddd)</source>
        <translation>d MMM yyyy (ddd)</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>현황 인쇄  Ctrl+P</source>
        <translation>Print sheet  Ctrl+P</translation>
    </message>
    <message>
        <source>현황 인쇄</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>일일 현황을 PDF로 저장</source>
        <translation>Save the daily sheet as PDF</translation>
    </message>
    <message>
        <source>“–”는 응답이 5건보다 적거나, 빼서 알아낼 수 있어 숨긴 값입니다. 방문과 접수증 수는 모두 보입니다. 점수는 응답 다섯 건마다 새로 계산합니다.</source>
        <translation>“–” stands for a figure of fewer than 5 answers, or one that subtraction would give away. Visits and slips are all shown. Scores are worked out anew with every five answers.</translation>
    </message>
    <message>
        <source>현황을 불러오지 못했습니다</source>
        <translation>The figures could not be loaded</translation>
    </message>
    <message>
        <source>PDF 저장  Ctrl+S</source>
        <translation>Save PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>전날</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>다음 날</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>PDF 저장</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>PDF 파일 (*.pdf)</source>
        <translation>PDF file (*.pdf)</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>아직 응답을 받는 중이라 설문 값은 잠정입니다. {day}에 확정됩니다.</source>
        <translation>Answers still come in, so the survey’s figures are provisional. They are final on {day}.</translation>
    </message>
    <message>
        <source>다른 날짜를 고르거나 F6을 다시 눌러 보세요.</source>
        <translation>Choose another date or press F6 again.</translation>
    </message>
</context>
<context>
    <name>DeskSettingsView</name>
    <message>
        <source>화면 언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>보통</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>아주 크게</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>글자 크기</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>프린터</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>접수증 용지</source>
        <translation>Slip paper</translation>
    </message>
    <message>
        <source>접수증 언어</source>
        <translation>Slip language</translation>
    </message>
    <message>
        <source>외국인 접수증 언어</source>
        <translation>Foreigners’ slips</translation>
    </message>
    <message>
        <source>이 PC의 설정</source>
        <translation>Settings of this PC</translation>
    </message>
    <message>
        <source>창과 일일 현황의 언어입니다.</source>
        <translation>Of the window and the daily sheet.</translation>
    </message>
    <message>
        <source>접수증과 일일 현황이 나갈 곳입니다.</source>
        <translation>Where slips and sheets come out.</translation>
    </message>
    <message>
        <source>모든 화면의 글자입니다.</source>
        <translation>On every screen.</translation>
    </message>
    <message>
        <source>접수증의 크기입니다.</source>
        <translation>The size of a slip.</translation>
    </message>
    <message>
        <source>접수증에 쓰는 언어입니다.</source>
        <translation>The language on a slip.</translation>
    </message>
    <message>
        <source>방문자가 외국인일 때 쓰는 언어입니다.</source>
        <translation>The language for foreign visitors.</translation>
    </message>
    <message>
        <source>이 PC의 기본 프린터</source>
        <translation>This PC’s default printer</translation>
    </message>
    <message>
        <source>프린터 없이 PDF 파일로</source>
        <translation>No printer: PDF files</translation>
    </message>
    <message>
        <source>{name} (지금 없음)</source>
        <translation>{name} (not there now)</translation>
    </message>
    <message>
        <source>저장했습니다.</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>번호표</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>사무실 이름</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>설문 주소</source>
        <translation>Survey host</translation>
    </message>
    <message>
        <source>접수증 응답 기한(일)</source>
        <translation>Days a slip can be answered</translation>
    </message>
    <message>
        <source>되돌리기 시간(초)</source>
        <translation>Seconds to undo</translation>
    </message>
    <message>
        <source>결재란</source>
        <translation>Approval boxes</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>날짜</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>용지</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>출력 시각</source>
        <translation>Print time</translation>
    </message>
    <message>
        <source>접수 건수</source>
        <translation>Number of visits</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>방문</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slips</translation>
    </message>
    <message>
        <source>설문 응답</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>처리 완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>만족 비율</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>한 번에 안내</source>
        <translation>Right first time</translation>
    </message>
    <message>
        <source>응답 {count}건 기준</source>
        <translation>On {count} answers</translation>
    </message>
    <message>
        <source>응답 5건부터</source>
        <translation>From 5 answers on</translation>
    </message>
    <message>
        <source>취소 {count}</source>
        <translation>{count} cancelled</translation>
    </message>
    <message>
        <source>대기 {waiting} · 처리 중 {serving}</source>
        <translation>{waiting} waiting · {serving} serving</translation>
    </message>
    <message>
        <source>접수증이 나간 방문</source>
        <translation>Visits with a slip</translation>
    </message>
    <message>
        <source>응답률 {share}</source>
        <translation>Response rate {share}</translation>
    </message>
</context>
<context>
    <name>ItemScores</name>
    <message>
        <source>설문 문항 (100점)</source>
        <translation>Survey items (of 100)</translation>
    </message>
    <message>
        <source>감사담당관만 봅니다</source>
        <translation>Read by the audit officer only</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>업무 고르기</source>
        <translation>Pick a service</translation>
    </message>
    <message>
        <source>글자</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>이름·초성으로 업무 찾기</source>
        <translation>Find a service by name or initials</translation>
    </message>
    <message>
        <source>찾은 업무 가운데 고르기</source>
        <translation>Choose among the matches</translation>
    </message>
    <message>
        <source>접수하고 접수증 출력</source>
        <translation>Register and print the slip</translation>
    </message>
    <message>
        <source>모두 지우고 처음으로</source>
        <translation>Clear and start again</translation>
    </message>
    <message>
        <source>방문자: 본인·대리·법인·외국인</source>
        <translation>Visitor: self, proxy, company, foreigner</translation>
    </message>
    <message>
        <source>방금 접수 되돌리기</source>
        <translation>Undo the last visit</translation>
    </message>
    <message>
        <source>처리 끝</source>
        <translation>Visit served</translation>
    </message>
    <message>
        <source>오늘 목록에서 찾기</source>
        <translation>Search today’s list</translation>
    </message>
    <message>
        <source>고른 접수증 다시 출력</source>
        <translation>Print the selected slip again</translation>
    </message>
    <message>
        <source>목록에서 Enter</source>
        <translation>Enter in the list</translation>
    </message>
    <message>
        <source>실패한 접수증 다시 출력</source>
        <translation>Print a failed slip again</translation>
    </message>
    <message>
        <source>저장 못 한 접수: 다시 시도 / 되살리기</source>
        <translation>Unsaved visit: try again / take back</translation>
    </message>
    <message>
        <source>전날 · 다음 날</source>
        <translation>Day before · next day</translation>
    </message>
    <message>
        <source>날짜 입력</source>
        <translation>Type a date</translation>
    </message>
    <message>
        <source>일일 현황 인쇄</source>
        <translation>Print the daily sheet</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>단축키</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>다음 칸으로</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>어디서나</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>접수 화면</source>
        <translation>Counter screen</translation>
    </message>
    <message>
        <source>일일 현황</source>
        <translation>Daily figures</translation>
    </message>
    <message>
        <source>닫기  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>민원데스크</source>
        <translation>Minwon Desk</translation>
    </message>
    <message>
        <source>민원데스크 · {name}</source>
        <translation>Minwon Desk · {name}</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>예상하지 못한 문제가 생겼습니다. 이미 저장된 기록은 그대로 있습니다. 다시 해 보세요.</source>
        <translation>Something unexpected went wrong. What was saved is still there. Please try again.</translation>
    </message>
    <message>
        <source>‘{code}’ 업무를 찾을 수 없습니다. 저장된 것은 없습니다. 업무 목록에서 골라 주세요.</source>
        <translation>There is no service “{code}”. Nothing was saved. Please choose from the list of services.</translation>
    </message>
    <message>
        <source>그 접수를 찾을 수 없습니다. 바뀐 것은 없습니다. 목록에서 번호를 확인해 주세요.</source>
        <translation>That visit was not found. Nothing has changed. Please check the number in the list.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 보이지 않는 제어 문자입니다. 저장하지 않았습니다. 그 글자를 지워 주세요.</source>
        <translation>{field}: character {place} is an invisible control character. Nothing was saved. Please delete it.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 그림 문자라 접수증에 찍을 수 없습니다. 저장하지 않았습니다. 글자로 적어 주세요.</source>
        <translation>{field}: character {place} is an emoji, which a slip cannot carry. Nothing was saved. Please use letters.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자는 오른쪽에서 왼쪽으로 쓰는 글자입니다. 저장하지 않았습니다. 한글이나 로마자로 적어 주세요.</source>
        <translation>{field}: character {place} is written from right to left. Nothing was saved. Please use Korean or Latin letters.</translation>
    </message>
    <message>
        <source>{field}의 {place}번째 글자부터 {kind}처럼 보입니다. 저장하지 않았습니다. 그 부분을 지우고 다시 저장해 주세요.</source>
        <translation>{field}: from character {place} on it looks like a {kind}. Nothing was saved. Please delete that part and save again.</translation>
    </message>
    <message>
        <source>{field}: ‘{value}’은(는) 쓸 수 없는 값입니다. 바뀐 것은 없습니다. 값을 고쳐 주세요.</source>
        <translation>{field}: ‘{value}’ cannot be used. Nothing was changed. Please correct the value.</translation>
    </message>
    <message>
        <source>비밀번호가 짧습니다. 저장하지 않았습니다. {minimum}자 이상으로 정해 주세요.</source>
        <translation>The password is too short. Nothing was saved. Please use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>열쇠 암호가 짧습니다. 열쇠를 만들지 않았습니다. {minimum}자 이상으로 정해 주세요.</source>
        <translation>The passphrase is too short. No key was made. Please use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>열쇠 암호가 로그인 비밀번호와 같습니다. 열쇠를 만들지 않았습니다. 다른 암호를 정해 주세요.</source>
        <translation>The passphrase is the same as your sign-in password. No key was made. Please choose another one.</translation>
    </message>
    <message>
        <source>{field}: 글이 너무 깁니다({length}자). 저장하지 않았습니다. {limit}자까지 줄여 주세요.</source>
        <translation>{field} is too long ({length} characters). Nothing was saved. Please shorten it to {limit}.</translation>
    </message>
    <message>
        <source>{number}: 접수한 지 {seconds}초가 지나 되돌릴 수 없습니다. 접수는 그대로 있습니다.</source>
        <translation>{number} was registered more than {seconds} seconds ago and cannot be undone. The visit is still there.</translation>
    </message>
    <message>
        <source>{number}: 이미 취소된 접수입니다. 바뀐 것은 없습니다. 필요하면 새로 접수해 주세요.</source>
        <translation>{number} has already been undone. Nothing has changed. If needed, please register a new visit.</translation>
    </message>
    <message>
        <source>{number}: 처리 중인 접수가 아닙니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.</source>
        <translation>{number} is not being served. Nothing has changed. Please check its state in the list.</translation>
    </message>
    <message>
        <source>{role} 계정으로는 할 수 없는 일입니다: {action}. 바뀐 것은 없습니다. 맡은 사람에게 부탁하세요.</source>
        <translation>The account of a {role} may not do this: {action}. Nothing has changed. Please ask the person in charge.</translation>
    </message>
    <message>
        <source>로그인이 필요합니다. 바뀐 것은 없습니다. 아이디와 비밀번호로 로그인해 주세요.</source>
        <translation>You need to sign in. Nothing has changed. Please sign in with login and password.</translation>
    </message>
    <message>
        <source>아이디나 비밀번호가 맞지 않습니다. 한/영 키와 Caps Lock을 확인하고 다시 입력해 주세요.</source>
        <translation>Login or password is wrong. Please check the language key and Caps Lock, and type them again.</translation>
    </message>
    <message>
        <source>비밀번호를 여러 번 틀려 계정이 잠겼습니다. 기록은 그대로 있습니다. {time} 이후에 다시 로그인해 주세요.</source>
        <translation>The account is locked after several wrong passwords. All records are safe. Please sign in again after {time}.</translation>
    </message>
    <message>
        <source>열쇠 암호가 맞지 않습니다. 아무것도 열지 않았습니다. 한/영 키를 확인하고 다시 입력해 주세요.</source>
        <translation>The passphrase is wrong. Nothing was opened. Please check the language key and type it again.</translation>
    </message>
    <message>
        <source>감사담당관의 열쇠가 아직 없어 봉인된 답도 없습니다. 감사담당관이 처음 로그인할 때 열쇠를 만듭니다.</source>
        <translation>There is no audit key yet, so there are no sealed answers. The audit officer makes the key at the first sign-in.</translation>
    </message>
    <message>
        <source>이미 자료가 있는 폴더입니다: {path}. 건드리지 않았습니다. 빈 폴더를 골라 주세요.</source>
        <translation>That folder already holds data: {path}. It was not touched. Please choose an empty folder.</translation>
    </message>
    <message>
        <source>이 PC의 자료 폴더가 없습니다: {path}. 바뀐 것은 없습니다. 폴더를 확인하거나 minwon init으로 만들어 주세요.</source>
        <translation>This PC’s data folder is missing: {path}. Nothing has changed. Please check the folder or make it with minwon init.</translation>
    </message>
    <message>
        <source>자료 폴더에 쓸 수 없습니다: {path}. 있는 기록은 그대로입니다. 폴더의 쓰기 권한을 관리자에게 요청하세요.</source>
        <translation>The data folder cannot be written to: {path}. All records are safe. Please ask the administrator for write access.</translation>
    </message>
    <message>
        <source>디스크가 가득 차 저장하지 못했습니다: {path}. 이미 저장된 기록은 안전합니다. 공간을 비우고 다시 해 주세요.</source>
        <translation>The disk is full, so this was not saved: {path}. What was saved before is safe. Please free some space and try again.</translation>
    </message>
    <message>
        <source>자료 파일을 읽을 수 없습니다: {path}. 파일을 고치거나 지우지 않았습니다. 백업을 가진 관리자를 불러 주세요.</source>
        <translation>The data file cannot be read: {path}. It was neither changed nor deleted. Please call the administrator, who has the backup.</translation>
    </message>
    <message>
        <source>자료가 더 새 프로그램으로 만들어졌습니다(자료 {found}, 프로그램 {known}). 자료는 그대로입니다. 프로그램을 새로 설치해 주세요.</source>
        <translation>The data was made by a newer program (data {found}, program {known}). The data is unchanged. Please install the newer program.</translation>
    </message>
    <message>
        <source>다른 작업이 자료를 쓰고 있어 이번 것은 저장하지 못했습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.</source>
        <translation>Something else is using the data, so this was not saved. All records are safe. Please try again in a moment.</translation>
    </message>
    <message>
        <source>열쇠 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 백업에서 열쇠 파일을 되살리도록 관리자를 불러 주세요.</source>
        <translation>A key file cannot be read: {path}. All records are unchanged. Please ask the administrator to bring it back from the backup.</translation>
    </message>
    <message>
        <source>설문 자료를 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 관리자에게 백업에서 되살려 달라고 하세요.</source>
        <translation>The survey’s data cannot be read: {path}. The visits are unchanged. Please ask the administrator to bring it back from the backup.</translation>
    </message>
    <message>
        <source>이 PC의 설정 파일을 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 기본 설정으로 시작할 수 있습니다.</source>
        <translation>This PC’s settings file cannot be read: {path}. The visits are unchanged. You can start with default settings.</translation>
    </message>
    <message>
        <source>설문 문항 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 프로그램을 다시 설치해 주세요.</source>
        <translation>The file with the survey’s questions cannot be read: {path}. All records are unchanged. Please install the program again.</translation>
    </message>
    <message>
        <source>파일을 쓸 수 없습니다: {path}. 기록은 안전합니다. 다른 자리를 고르거나 쓰기 권한을 확인해 주세요.</source>
        <translation>The file cannot be written: {path}. All records are safe. Please choose another place or check the access rights.</translation>
    </message>
    <message>
        <source>{host}의 {port}번 포트를 다른 프로그램이 쓰고 있습니다. 바뀐 것은 없습니다. 다른 포트를 정해 주세요.</source>
        <translation>Another program is using port {port} of {host}. Nothing has changed. Please choose another port.</translation>
    </message>
    <message>
        <source>창을 띄울 화면이 없습니다. 바뀐 것은 없습니다. 화면이 있는 PC에서 열거나 다른 minwon 명령을 쓰세요.</source>
        <translation>There is no display to open a window on. Nothing was changed. Open it on a PC with a display, or use another minwon command.</translation>
    </message>
    <message>
        <source>프린터를 찾을 수 없습니다. 기록은 안전합니다. 프린터를 켜거나 설정(F9)에서 고른 뒤 다시 출력하세요.</source>
        <translation>No printer was found. All records are safe. Please switch the printer on or choose one in Settings (F9), then print again.</translation>
    </message>
    <message>
        <source>프린터 ‘{printer}’에 보내지 못했습니다. 기록은 안전합니다. 전원과 용지를 확인하고 다시 출력하세요.</source>
        <translation>Printer “{printer}” took nothing. All records are safe. Please check power and paper, then print again.</translation>
    </message>
    <message>
        <source>지금은 할 수 없습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.</source>
        <translation>This cannot be done now. All records are safe. Please try again in a moment.</translation>
    </message>
    <message>
        <source>누가 하는 일인지 알려 주세요. 바뀐 것은 없습니다. --as 뒤에 아이디를, MINWON_PASSWORD 에 비밀번호를 주면 됩니다.</source>
        <translation>Please say who is asking. Nothing has changed. Give the login after --as and the password in MINWON_PASSWORD.</translation>
    </message>
    <message>
        <source>명령을 알아듣지 못했습니다. 바뀐 것은 없습니다. 쓰는 법은 minwon --help 에 있습니다. ({problem})</source>
        <translation>The command was not understood. Nothing has changed. minwon --help tells how it is used. ({problem})</translation>
    </message>
    <message>
        <source>이 PC의 시계가 이미 저장된 기록보다 늦습니다. 번호와 접수증은 마지막 기록의 날짜로 이어집니다. 시계를 맞춰 달라고 관리자에게 알려 주세요.</source>
        <translation>This PC’s clock is behind the records already saved. Numbers and slips go on under the newest record’s date. Please ask the administrator to set the clock.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>접수</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>일일 현황</source>
        <translation>Daily figures</translation>
    </message>
    <message>
        <source>청렴</source>
        <translation>Integrity</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>로그아웃 Ctrl+L</source>
        <translation>Sign out Ctrl+L</translation>
    </message>
    <message>
        <source>로그아웃</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>PersonalData</name>
    <message>
        <source>주민등록번호</source>
        <translation>resident registration number</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>telephone number</translation>
    </message>
    <message>
        <source>전자우편 주소</source>
        <translation>mail address</translation>
    </message>
    <message>
        <source>카드 번호</source>
        <translation>card number</translation>
    </message>
    <message>
        <source>여권 번호</source>
        <translation>passport number</translation>
    </message>
    <message>
        <source>운전면허 번호</source>
        <translation>driving licence number</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>방금 접수</source>
        <translation>Just registered</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>지금 처리 중</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>처리 끝  F8</source>
        <translation>Done  F8</translation>
    </message>
    <message>
        <source>처리 끝</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>접수하면 번호와 접수증 상태가 여기에 나옵니다</source>
        <translation>The number and the slip’s state will appear here</translation>
    </message>
    <message>
        <source>취소했습니다 · 번호는 그대로 남습니다</source>
        <translation>Cancelled · the number stays</translation>
    </message>
    <message>
        <source>접수증 {state}</source>
        <translation>Slip: {state}</translation>
    </message>
    <message>
        <source>{text} · Ctrl+R로 다시 출력</source>
        <translation>{text} · Ctrl+R prints again</translation>
    </message>
    <message>
        <source>되돌리기 {seconds}초</source>
        <translation>Undo {seconds} s</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>창구 직원</source>
        <translation>clerk</translation>
    </message>
    <message>
        <source>민원상담관</source>
        <translation>consultant</translation>
    </message>
    <message>
        <source>팀장</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>감사담당관</source>
        <translation>audit officer</translation>
    </message>
    <message>
        <source>관리자</source>
        <translation>administrator</translation>
    </message>
</context>
<context>
    <name>SealedAnswersPresenter</name>
    <message>
        <source>열 수 없는 답</source>
        <translation>cannot be opened</translation>
    </message>
</context>
<context>
    <name>SealedAnswersView</name>
    <message>
        <source>열기   Enter</source>
        <translation>Open   Enter</translation>
    </message>
    <message>
        <source>열기</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>봉인된 답</source>
        <translation>Sealed answers</translation>
    </message>
    <message>
        <source>청렴</source>
        <translation>Integrity</translation>
    </message>
    <message>
        <source>받은 날</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>부서</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>겪은 일</source>
        <translation>Experienced</translation>
    </message>
    <message>
        <source>적은 글</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>봉인된 답 열기</source>
        <translation>Open the sealed answers</translation>
    </message>
    <message>
        <source>열쇠 암호</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>금품·청탁에 관한 시민의 답입니다. 열 때마다 기록이 남고, 이 화면을 나가면 다시 잠깁니다.</source>
        <translation>What citizens say about money and favours. Every look is logged, and leaving this screen locks it again.</translation>
    </message>
    <message>
        <source>겪은 일이 있는 답만</source>
        <translation>Only answers that report something</translation>
    </message>
    <message>
        <source>다시 잠그기  Esc</source>
        <translation>Lock again  Esc</translation>
    </message>
    <message>
        <source>다시 잠그기</source>
        <translation>Lock again</translation>
    </message>
    <message>
        <source>고른 답의 글 전체</source>
        <translation>The whole text of the selected answer</translation>
    </message>
    <message>
        <source>{shown}건 · 모두 {total}건</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>보여 줄 답이 없습니다</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>겪은 일이 있다고 답한 사람이 아직 없습니다.</source>
        <translation>Nobody has reported anything yet.</translation>
    </message>
    <message>
        <source>여는 중…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>ServiceTiles</name>
    <message>
        <source>맞는 업무</source>
        <translation>Matching services</translation>
    </message>
    <message>
        <source>맞는 업무가 없습니다</source>
        <translation>No service fits</translation>
    </message>
    <message>
        <source>다른 이름이나 초성으로 찾아보세요 · Esc 지우기</source>
        <translation>Try another name or its initials · Esc clears</translation>
    </message>
</context>
<context>
    <name>SignInPresenter</name>
    <message>
        <source>아이디와 비밀번호를 모두 입력해 주세요.</source>
        <translation>Please type both login and password.</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>로그인   Enter</source>
        <translation>Sign in   Enter</translation>
    </message>
    <message>
        <source>로그인</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>민원데스크</source>
        <translation>Minwon Desk</translation>
    </message>
    <message>
        <source>오늘도 한 분 한 분, 정확하고 친절하게</source>
        <translation>Every visitor: the right place, kindly</translation>
    </message>
    <message>
        <source>아이디</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>비밀번호</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>확인하는 중…</source>
        <translation>Checking…</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>민원데스크를 시작할 수 없습니다</source>
        <translation>Minwon Desk cannot start</translation>
    </message>
    <message>
        <source>끝내기</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>설정 파일을 읽을 수 없습니다</source>
        <translation>The settings file cannot be read</translation>
    </message>
    <message>
        <source>기본 설정으로 시작</source>
        <translation>Start with defaults</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>F1 단축키   Ctrl+L 로그아웃</source>
        <translation>F1 keys   Ctrl+L sign out</translation>
    </message>
    <message>
        <source>  ·  PC 시계 확인 필요</source>
        <translation>  ·  Check the PC’s clock</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>소요 시간</source>
        <translation>Time taken</translation>
    </message>
    <message>
        <source>중앙값</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>10건 중 9건 이내</source>
        <translation>9 in 10 within</translation>
    </message>
    <message>
        <source>건수</source>
        <translation>Visits</translation>
    </message>
    <message>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>실제로 기록된 단계만 셉니다.</source>
        <translation>Only steps really recorded are counted.</translation>
    </message>
    <message>
        <source>처리</source>
        <translation>Handling</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>오늘 접수 목록</source>
        <translation>Today’s visits</translation>
    </message>
    <message>
        <source>불러오는 중…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>번호</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>시각</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>접수증</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>번호표 {number}</source>
        <translation>Ticket {number}</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>번호·업무·초성·번호표·메모 찾기   Ctrl+F</source>
        <translation>Number, service, ticket, note   Ctrl+F</translation>
    </message>
    <message>
        <source>오늘 목록에서 찾기</source>
        <translation>Search today’s list</translation>
    </message>
    <message>
        <source>접수증 다시 출력  Ctrl+R</source>
        <translation>Print again  Ctrl+R</translation>
    </message>
    <message>
        <source>접수증 다시 출력</source>
        <translation>Print the slip again</translation>
    </message>
    <message>
        <source>맞는 접수가 없습니다</source>
        <translation>No visit fits</translation>
    </message>
    <message>
        <source>찾는 말을 지우거나 ‘전체’를 누르세요.</source>
        <translation>Clear the search or press “All”.</translation>
    </message>
    <message>
        <source>아직 접수가 없습니다</source>
        <translation>No visits yet</translation>
    </message>
    <message>
        <source>왼쪽에서 업무 숫자를 누르고 Enter를 누르면 첫 접수가 됩니다.</source>
        <translation>Press a service’s digit on the left and Enter: that is the first visit.</translation>
    </message>
    <message>
        <source>전체</source>
        <translation>All</translation>
    </message>
    <message>
        <source>접수증 다시 출력 (재발행)  Ctrl+R</source>
        <translation>Print the slip again (reissue)  Ctrl+R</translation>
    </message>
</context>
<context>
    <name>Troubles</name>
    <message>
        <source>불편했던 점</source>
        <translation>What was troublesome</translation>
    </message>
</context>
<context>
    <name>UnexpectedFailures</name>
    <message>
        <source>예상하지 못한 문제가 생겼습니다</source>
        <translation>Something unexpected went wrong</translation>
    </message>
    <message>
        <source>저장된 기록은 그대로 있고, 계속 일할 수 있습니다. 방금 한 일이 목록에 있는지 확인해 주세요. 같은 일이 되풀이되면 관리자에게 이 번호를 알려 주세요: {reference}</source>
        <translation>What was saved is still there, and you can go on working. Please check that what you just did is in the list. If it happens again, tell the administrator this number: {reference}</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>UnsavedCard</name>
    <message>
        <source>다시 시도  Ctrl+T</source>
        <translation>Try again  Ctrl+T</translation>
    </message>
    <message>
        <source>다시 시도</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>되살리기  Ctrl+E</source>
        <translation>Take back  Ctrl+E</translation>
    </message>
    <message>
        <source>되살리기</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>저장하지 못함: {service}</source>
        <translation>Not saved: {service}</translation>
    </message>
    <message>
        <source>{what} 외 {count}건</source>
        <translation>{what} and {count} more</translation>
    </message>
</context>
<context>
    <name>VisitEntryPresenter</name>
    <message>
        <source>맞는 업무가 없습니다. 다른 이름이나 초성으로 찾아보세요.</source>
        <translation>No service fits. Try another name or its initials.</translation>
    </message>
    <message>
        <source>업무를 먼저 고르세요. 숫자 하나면 됩니다.</source>
        <translation>Pick a service first. One digit is enough.</translation>
    </message>
</context>
<context>
    <name>VisitEntryView</name>
    <message>
        <source>접수하고 접수증 출력   Enter</source>
        <translation>Register and print the slip   Enter</translation>
    </message>
    <message>
        <source>접수하고 접수증 출력</source>
        <translation>Register and print the slip</translation>
    </message>
    <message>
        <source>새 방문</source>
        <translation>New visit</translation>
    </message>
    <message>
        <source>업무 · 숫자를 누르거나 이름·초성을 입력하세요</source>
        <translation>Service · press a digit, or type a name or its initials</translation>
    </message>
    <message>
        <source>예: 4, 여권, ㅇㄱ</source>
        <translation>e.g. 4, or part of a name</translation>
    </message>
    <message>
        <source>업무</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>번호표</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>메모 (선택) · 이름·주민등록번호는 적지 않습니다</source>
        <translation>Note (optional) · no names, no ID numbers</translation>
    </message>
    <message>
        <source>메모</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>방문자</source>
        <translation>Visitor</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>본인</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>대리</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>법인</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>외국인</source>
        <translation>Foreigner</translation>
    </message>
    <message>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>처리 중</source>
        <translation>Serving</translation>
    </message>
    <message>
        <source>완료</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>{status} {minutes}분</source>
        <translation>{status} {minutes} min</translation>
    </message>
    <message>
        <source>{status} {hours}시간 {minutes}분</source>
        <translation>{status} {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>프린터 없음</source>
        <translation>no printer</translation>
    </message>
    <message>
        <source>프린터·용지 확인</source>
        <translation>check printer</translation>
    </message>
    <message>
        <source>파일을 쓸 수 없음</source>
        <translation>cannot write file</translation>
    </message>
    <message>
        <source>출력 중 끊김</source>
        <translation>interrupted</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>아직 없음</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>대기 중</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>보냄</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>출력 확인됨</source>
        <translation>Print confirmed</translation>
    </message>
    <message>
        <source>실패: {reason}</source>
        <translation>Failed: {reason}</translation>
    </message>
    <message>
        <source>{state} · 다시</source>
        <translation>{state} · retry</translation>
    </message>
    <message>
        <source>영수증 용지 80 mm</source>
        <translation>Receipt roll 80 mm</translation>
    </message>
    <message>
        <source>영수증 용지 58 mm</source>
        <translation>Receipt roll 58 mm</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>{seconds}초</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes}분</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes}분 {seconds}초</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
</context>
</TS>
